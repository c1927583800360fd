import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M3 4c0-2.700 10-2.700 10 0v8c0 2.700-10 2.700-10 0zM3 4c0 2.700 10 2.700 10 0M3 8c0 2.700 10 2.700 10 0",
  zh: {
    name: "数据库查询",
    about: "在客户自己的数据库里查询，只读",
    fields: {
      ok: "查到",
      none: "没有记录",
      query: "语句",
      parameters: "参数",
      pick: "取值（变量 ← 列）",
      timeout_seconds: "最长等待",
    },
  },
  en: {
    name: "SQL look-up",
    about: "Asks the customer's own database, reading only",
    fields: {
      ok: "Found",
      none: "No row",
      query: "Statement",
      parameters: "Parameters",
      pick: "Pick (variable ← column)",
      timeout_seconds: "Wait at most",
    },
  },
  says: (node, { called }) =>
    `${called("connection", String(node.connection ?? ""))} · ${String(node.query ?? "")}`,
};
