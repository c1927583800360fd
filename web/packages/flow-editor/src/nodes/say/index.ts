import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M2 6v4h3l4 3V3L5 6zM11 5.5a3.5 3.5 0 0 1 0 5M12.8 3.5a6 6 0 0 1 0 9",
  zh: { name: "播放", about: "播放一段或几段语音，然后继续" },
  en: { name: "Say", about: "Plays one or more prompts, then goes on" },
};
