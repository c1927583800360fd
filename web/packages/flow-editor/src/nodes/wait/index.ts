import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M4 2h8M4 14h8M5 2c0 4 6 4 6 6s-6 2-6 6M11 2c0 4-6 4-6 6s6 2 6 6",
  zh: { name: "等待", about: "停顿几秒，按键可提前结束", fields: { key: "提前结束的按键" } },
  en: { name: "Wait", about: "A pause; a key ends it", fields: { key: "Key that ends it" } },
  says: (node, { english }) => `${String(node.seconds ?? "")} ${english ? "s" : "秒"}`,
};
