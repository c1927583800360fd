import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2M4 7.5a4 4 0 0 0 8 0M8 11.5V14",
  zh: { name: "录音留言", about: "提示音后录下来电人的话，成为工单" },
  en: { name: "Record", about: "Records the caller after a beep; it becomes a case" },
  says: (node, { choice, prompt }) => {
    const kind = typeof node.kind === "string" ? choice("kind", node.kind) : "";
    const [first] = texts(node.prompts);
    return [kind, first ? prompt(first) : ""].filter(Boolean).join(" · ");
  },
};
