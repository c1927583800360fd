import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M2 4h7M5.500 2.500V4M7.500 4c-.500 3-2.500 5-5 6M4 6c.800 1.700 2 3 4 4M8.500 13.500 11 7l2.500 6.500M9.300 11.500h3.400",
  zh: {
    name: "语种选择",
    about: "按键选择普通话、英语、粤语，可记住",
    fields: { remember: "记住选择", offer: "何时询问" },
    choices: {
      "offer.unknown": "不知道时",
      "offer.always": "每次",
      "offer.never": "从不",
      "keys.zh": "普通话",
      "keys.en": "英语",
      "keys.yue": "粤语",
    },
  },
  en: {
    name: "Language",
    about: "One key for each language; remembered for the caller",
    fields: { remember: "Remember it", offer: "Ask" },
    choices: {
      "offer.unknown": "when not known",
      "offer.always": "every time",
      "offer.never": "never",
      "keys.zh": "Mandarin",
      "keys.en": "English",
      "keys.yue": "Cantonese",
    },
  },
};
