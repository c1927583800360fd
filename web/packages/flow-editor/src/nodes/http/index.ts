import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M8 2a6 6 0 1 0 .01 0M2 8h12M8 2c2.500 2 2.500 10 0 12M8 2c-2.500 2-2.500 10 0 12",
  zh: {
    name: "HTTP 查询",
    about: "向其他系统的接口查询，取回的值存入变量",
    fields: { ok: "查到", pick: "取值（变量 ← 路径）", timeout_seconds: "最长等待" },
  },
  en: {
    name: "HTTP look-up",
    about: "Asks another system's interface; what is picked goes into variables",
    fields: { ok: "Answered", pick: "Pick (variable ← path)", timeout_seconds: "Wait at most" },
  },
  says: (node, { called }) =>
    `${called("connection", String(node.connection ?? ""))} ${String(node.method ?? "GET")} ${String(node.path ?? "")}`,
};
