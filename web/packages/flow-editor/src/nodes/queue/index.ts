import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M3 9V8a5 5 0 0 1 10 0v1M2 9h2.5v4H3a1 1 0 0 1-1-1zM14 9h-2.5v4H13a1 1 0 0 0 1-1z",
  zh: { name: "排队", about: "排队等候人工服务", fields: { closed: "下班" } },
  en: { name: "Queue", about: "Waits in a queue for an agent", fields: { closed: "Closed" } },
  says: (node, { called, prompt }) => {
    const queue = typeof node.queue === "string" ? called("queue", node.queue) : "";
    const [first] = texts(node.prompts);
    return [queue, first ? prompt(first) : ""].filter(Boolean).join(" · ");
  },
};
