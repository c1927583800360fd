import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M2 10c3.5-4 8.500-4 12 0l-1.500 1.800-2.600-1V9c-1.200-.5-2.600-.5-3.800 0v1.800l-2.600 1z",
  zh: { name: "挂断", about: "播放结束语，然后挂断" },
  en: { name: "Hang up", about: "Says goodbye and ends the call" },
};
