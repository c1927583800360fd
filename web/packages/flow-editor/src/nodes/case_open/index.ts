import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M4 2h6l3 3v9H4zM10 2v3h3M8.500 7.500v4M6.500 9.500h4",
  zh: {
    name: "建工单",
    about: "用已收集的内容建工单，编号和查询码念两遍",
    fields: {
      phone: "联系电话变量",
      recording: "录音变量",
      number: "编号存入变量",
      notify: "短信告知编号",
    },
    choices: {
      "kind.consultation": "咨询",
      "kind.help": "求助",
      "kind.suggestion": "建议",
      "kind.praise": "表扬",
    },
  },
  en: {
    name: "Open a case",
    about: "Makes a case of what was collected; number and code are said twice",
    fields: {
      phone: "Variable with the phone",
      recording: "Variable with the recording",
      number: "Number into variable",
      notify: "Send the number",
    },
    choices: {
      "kind.consultation": "Consultation",
      "kind.help": "Request for help",
      "kind.suggestion": "Suggestion",
      "kind.praise": "Praise",
    },
  },
  says: (node, { choice }) =>
    [choice("kind", String(node.kind ?? "")), String(node.title ?? "")].filter(Boolean).join(" · "),
};
