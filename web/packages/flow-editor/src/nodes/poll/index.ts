import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M3 14V8h2.500v6M6.800 14V3h2.500v11M10.500 14V6H13v8M2 14h12",
  zh: {
    name: "民意调查",
    about: "按键投票，每个号码一次",
    fields: {
      questions: "题目",
      voted: "已投过",
      closed: "已结束",
      unknown: "没有这项调查",
      voted_prompts: "已投过时",
      closed_prompts: "已结束时",
      thanks_prompts: "致谢",
      speak_results: "结束后播报结果",
      code: "代码",
      choices: "选项",
      multiple: "可多选",
    },
  },
  en: {
    name: "Poll",
    about: "Votes by keys, once for each number",
    fields: {
      questions: "Questions",
      voted: "Voted before",
      closed: "Closed",
      unknown: "No such poll",
      voted_prompts: "When voted before",
      closed_prompts: "When closed",
      thanks_prompts: "Thanks",
      speak_results: "Tell the results when closed",
      code: "Code",
      choices: "Choices",
      multiple: "Several may be chosen",
    },
  },
  says: (node, { called }) => called("poll", String(node.poll ?? "")),
};
