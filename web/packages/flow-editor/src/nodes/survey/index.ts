import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M8 2.500l1.600 3.500 3.900.400-2.900 2.600.800 3.800L8 10.900l-3.400 1.900.800-3.800L2.500 6.400l3.900-.400z",
  zh: {
    name: "满意度评价",
    about: "通话之后请来电人按键评价",
    fields: { none: "没有评价", question: "题目代码", thanks_prompts: "致谢" },
  },
  en: {
    name: "Survey",
    about: "Asks how content the caller is, after the talk",
    fields: { none: "No answer", question: "Code of the question", thanks_prompts: "Thanks" },
  },
};
