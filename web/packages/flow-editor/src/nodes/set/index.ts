import { isObject } from "../../model/flow";
import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M3 5h10M3 11h10M6 3v4M10 9v4",
  zh: { name: "设变量", about: "给变量赋值，供后面的节点使用", fields: { values: "赋值" } },
  en: { name: "Set", about: "Gives variables their values", fields: { values: "Values" } },
  says: (node) =>
    (Array.isArray(node.values) ? node.values : [])
      .filter(isObject)
      .map(({ variable, value }) => `${String(variable)} = ${String(value)}`)
      .join(", "),
};
