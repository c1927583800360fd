export const alarms = {
  title: "告警",
  list: "告警列表",
  empty: "没有待处理的告警",
  emptyHint: "系统发现录音损坏等问题时会列在这里。",
  emptyFound: "没有符合条件的告警",
  field: { at: "发现时间", code: "问题", state: "状态" },
  state: { title: "状态", open: "待处理", cleared: "已确认" },
  clearedBy: "{{name}} 已确认",
  clear: "确认已查看",
  cleared: "告警已确认",
  hint: "确认只表示已查看；问题若仍然存在，系统会再次告警。",
  sentence: {
    "recording.mismatch": "文件缺失，或与入库时不一致：{{object}}",
    "prompt.file_missing": "文件缺失，来电改听下一顺位的语音：{{object}}",
    "text.unread": "文字未能制成电话朗读，来电者听不到：{{object}}",
  },
  code: {
    "recording.mismatch": "录音文件缺失或与入库时不一致",
    "prompt.file_missing": "语音文件缺失，改放下一顺位的语音",
    "text.unread": "文字未能制成电话朗读",
  },
} as const;
