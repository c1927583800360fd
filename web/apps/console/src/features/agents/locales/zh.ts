export const agents = {
  title: "示忙时长",
  day: "日期",
  agent: "坐席",
  now: "当前",
  sum: "合计",
  reasons: "按原因",
  reason: "{{reason}} {{times}} 次 {{length}}",
  since: "{{reason}}，已 {{length}}",
  calls: "此坐席的通话",
  empty: "这一天没有人示忙",
  emptyHint: "坐席示忙时，这里按坐席和原因累计时长。",
} as const;
