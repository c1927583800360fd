import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
  zh: {
    name: "返回",
    about: "回到来处：子流程之后，或转来的坐席",
    fields: { otherwise: "无处可回" },
  },
  en: {
    name: "Return",
    about: "Back to where the caller came from",
    fields: { otherwise: "Nowhere to return to" },
  },
};
