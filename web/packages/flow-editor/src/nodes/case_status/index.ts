import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M4 2h6l3 3v4M4 2v12h4M10 2v3h3M11 10a2 2 0 1 0 .01 0M12.5 13.2l1.5 1.5",
  zh: {
    name: "工单查询",
    about: "凭工单编号和查询码，听办理进度",
    fields: {
      number: "已有编号的变量",
      number_prompts: "请输入编号",
      code_prompts: "请输入查询码",
      code_minimum: "查询码最少位数",
      code_maximum: "查询码最多位数",
      bad_code_prompt: "查询码不对时",
    },
  },
  en: {
    name: "Case status",
    about: "Tells how a case stands, by number and query code",
    fields: {
      number: "Variable with the number",
      number_prompts: "Asking the number",
      code_prompts: "Asking the code",
      code_minimum: "Code, at least",
      code_maximum: "Code, at most",
      bad_code_prompt: "When the code is wrong",
    },
  },
};
