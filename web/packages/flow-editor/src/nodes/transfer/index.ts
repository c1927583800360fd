import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M2 6h9M8.500 3 11.500 6l-3 3M14 10H5M7.500 7.500 4.500 10.500l3 3",
  zh: {
    name: "转外线",
    about: "转到外部电话或其他热线，如 110、12333",
    fields: { failed: "没有接通", seconds: "最长振铃" },
  },
  en: {
    name: "Transfer",
    about: "To a number outside, such as another hotline",
    fields: { failed: "Not connected", seconds: "Ring at most" },
  },
  says: (node) => texts(node.numbers).join(" "),
};
