import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M8 2a2 2 0 0 1 2 2v3a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2M4.500 7a3.500 3.500 0 0 0 7 0M8 10.500V13M3 14h10",
  zh: {
    name: "电话录语音",
    about: "工作人员打电话进来，录制提示音",
    fields: {
      speak_prompt: "请说话",
      silent_prompt: "没有声音时",
      confirm_prompt: "请确认",
      kept_prompt: "已保存",
    },
  },
  en: {
    name: "Prompt studio",
    about: "Staff call in and record a prompt",
    fields: {
      speak_prompt: "Asking to speak",
      silent_prompt: "When nothing was said",
      confirm_prompt: "Asking to confirm",
      kept_prompt: "When kept",
    },
  },
};
