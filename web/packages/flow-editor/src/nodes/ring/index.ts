import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM7 14h2",
  zh: {
    name: "呼叫坐席",
    about: "只振铃指定的坐席",
    fields: { timeout: "无人接听", seconds: "最长振铃" },
  },
  en: {
    name: "Ring agents",
    about: "Rings certain agents only",
    fields: { timeout: "No answer", seconds: "Ring at most" },
  },
  says: (node) => texts(node.agents).join(" "),
};
