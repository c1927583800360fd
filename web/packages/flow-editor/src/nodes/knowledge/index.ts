import { type NodeFace, texts } from "../face";

export const face: NodeFace = {
  icon: "M8 4c-2-1.500-4-1.500-6-1v10c2-.500 4-.500 6 1 2-1.500 4-1.500 6-1V3c-2-.500-4-.500-6 1v10",
  zh: {
    name: "知识浏览",
    about: "按键浏览办事指南等知识，可听可发送",
    fields: {
      done: "听完",
      unknown: "没有条目",
      send: "发送方式",
      choose_prompt: "请选择",
      more_prompt: "还有更多",
      after_prompt: "听完以后",
      send_prompt: "确认发送",
      sent_prompt: "已发送",
      refused_prompt: "不能发送",
      fax_prompt: "询问是否传真",
      fax_number_prompt: "请输入传真号码",
      fax_sent_prompt: "传真已安排",
      fax_bad_prompt: "号码不能接收传真",
    },
    choices: { "send.none": "不发送", "send.sms": "短信", "send.fax": "传真" },
  },
  en: {
    name: "Knowledge",
    about: "Browses guides and laws by keys; they are read out or sent",
    fields: {
      done: "Heard",
      unknown: "No entry",
      send: "Send by",
      choose_prompt: "Asking to choose",
      more_prompt: "When there is more",
      after_prompt: "After an entry",
      send_prompt: "Asking to send",
      sent_prompt: "When sent",
      refused_prompt: "When not sent",
      fax_prompt: "Asking to fax",
      fax_number_prompt: "Asking for the fax number",
      fax_sent_prompt: "When a fax is on its way",
      fax_bad_prompt: "When no fax may go there",
    },
    choices: { "send.none": "not at all", "send.sms": "text message", "send.fax": "fax" },
  },
  says: (node, { called, prompt }) => {
    const entry = typeof node.entry === "string" ? called("knowledge", node.entry) : "";
    const [first] = texts(node.prompts);
    return [entry, first ? prompt(first) : ""].filter(Boolean).join(" · ");
  },
};
