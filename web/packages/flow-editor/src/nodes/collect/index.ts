import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M2 4h12v8H2zM4.5 8h.01M8 8h.01M11.5 8h.01",
  zh: { name: "收号", about: "来电人输入一串数字，可以校验", fields: { ok: "输入正确" } },
  en: {
    name: "Collect digits",
    about: "The caller types digits, which can be checked",
    fields: { ok: "Accepted" },
  },
  says: (node, { prompt }) => {
    const [first] = texts(node.prompts);
    const into = typeof node.into === "string" ? `→ ${node.into}` : "";
    return [into, first ? prompt(first) : ""].filter(Boolean).join("  ");
  },
};
