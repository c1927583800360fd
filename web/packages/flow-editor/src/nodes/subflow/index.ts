import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M2 3h5v4H2zM9 9h5v4H9zM4.500 7v4H9",
  zh: { name: "子流程", about: "进入另一个流程，返回后继续", fields: { next: "返回以后" } },
  en: {
    name: "Subflow",
    about: "Goes through another flow and comes back",
    fields: { next: "After it" },
  },
  says: (node, { called }) => called("flow", String(node.flow ?? "")),
};
