export const messages = {
  title: "留言",
  list: "留言列表",
  empty: "没有留言",
  emptyHint: "市民按 2 投诉、1 市长信箱，或无人接听时留下的录音会出现在这里。",
  noCase: "尚未成单",
  openCase: "填写工单",
  heard: "收听",
  isHeard: "已收听",
  isNew: "未收听",
} as const;
