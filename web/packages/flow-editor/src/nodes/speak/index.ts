import type { NodeFace } from "../face";

export const face: NodeFace = {
  icon: "M3 3h10v7H7l-3 3v-3H3zM6 6.500h.010M8 6.500h.010M10 6.500h.010",
  zh: {
    name: "播报变量",
    about: "把变量按数字、金额、日期等读法播报",
    fields: {
      value: "变量",
      kind: "读法",
      before_prompts: "之前播放",
      after_prompts: "之后播放",
      unread: "读不出时",
    },
    choices: {
      "kind.number": "数量",
      "kind.digits": "逐位",
      "kind.money": "金额",
      "kind.date": "日期",
      "kind.time": "时刻",
      "kind.minutes": "分钟",
    },
  },
  en: {
    name: "Speak a variable",
    about: "Tells a variable as a number, money, a date…",
    fields: {
      value: "Variable",
      kind: "As",
      before_prompts: "Before it",
      after_prompts: "After it",
      unread: "Does not fit",
    },
    choices: {
      "kind.number": "quantity",
      "kind.digits": "digits",
      "kind.money": "money",
      "kind.date": "date",
      "kind.time": "time",
      "kind.minutes": "minutes",
    },
  },
  says: (node, { choice }) =>
    `〔${String(node.value ?? "")}〕 ${choice("kind", String(node.kind ?? "number"))}`,
};
