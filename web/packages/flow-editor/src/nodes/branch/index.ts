import { isObject } from "../../model/flow";
import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M4 2v5a2 2 0 0 0 2 2h6M4 9v5M10 6.5 12.500 9 10 11.500",
  zh: {
    name: "条件分支",
    about: "按表达式走不同的出口，来电人听不到",
    fields: { ways: "条件", otherwise: "都不符合" },
  },
  en: {
    name: "Branch",
    about: "Goes by expressions; the caller does not notice",
    fields: { ways: "Ways", otherwise: "None holds" },
  },
  says: (node) => {
    const [first] = Array.isArray(node.ways) ? node.ways : [];
    return isObject(first) && typeof first.when === "string" ? first.when : "";
  },
};
