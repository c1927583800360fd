import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M2 8h10M8.5 4.5 12 8l-3.5 3.5M14 3v10",
  zh: { name: "转到", about: "转到另一个节点，省去长长的连线" },
  en: { name: "Go to", about: "Jumps to another node, to spare a long line" },
  says: (node) => (typeof node.to === "string" && node.to !== "" ? `→ ${node.to}` : ""),
};
