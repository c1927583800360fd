// @vitest-environment jsdom
import type { AlarmSummary } from "@lianxin/api";
import { changeLanguage } from "@lianxin/i18n";
import { afterEach, describe, expect, it } from "vitest";
import { alarmSentence } from "../src/features/alarms/alarm-sentence";
import { audit as en } from "../src/features/audit/locales/en";
import { audit as zh } from "../src/features/audit/locales/zh";
import { sentenceOf } from "../src/features/audit/sentence";
import "./harness";

const ZONE = "Asia/Shanghai";
type Case = [
  expected: string,
  action: string,
  object: `${string}:${string}`,
  data?: Record<string, unknown>,
  names?: Record<string, string>,
];

function tell(...[, action, object, data = {}, names = {}]: Case): string {
  const [object_type = "", object_id = ""] = object.split(":");
  return sentenceOf({ action, object_type, object_id, data, names }, ZONE);
}

afterEach(() => changeLanguage("zh"));

const CASES: Case[] = [
  [
    "在日历“工作时间”中把 2026-02-14 设为调休上班“春节”，时段同周五",
    "calendar.day_set",
    "calendar:1",
    { date: "2026-02-14", kind: "make_up", name: "春节", spans: [], run_as: "fri" },
    { "calendar:1": "工作时间" },
  ],
  [
    "把队列“人工服务”的成员设为 8001 李示范、8002",
    "queue.members_set",
    "queue:3",
    { numbers: ["8001", "8002"] },
    { "queue:3": "人工服务", "number:8001": "8001 李示范" },
  ],
  [
    "平台运维（shifan 9900）修改中心“示县 (shixian)”：城市从“无”改为“县”",
    "centre.changed",
    "centre:2",
    { by: "shifan 9900", before: { city: "" }, after: { city: "县" } },
    { "centre:2": "示县 (shixian)" },
  ],
  ["导入知识库：新增 32 条，更新 0 条", "knowledge.imported", "centre:1", { made: 32, changed: 0 }],
  [
    "新增人员 8005 王示范，角色为坐席、班长",
    "person.taken_on",
    "person:5",
    { number: "8005", roles: ["agent", "supervisor"] },
    { "person:5": "8005 王示范" },
  ],
  [
    "修改工单 3702001：标题从“噪声”改为“夜间噪声”；紧急程度从“一般”改为“紧急”",
    "case.changed",
    "case:x",
    {
      before: { title: "噪声", urgency: "normal" },
      after: { title: "夜间噪声", urgency: "urgent" },
    },
    { "case:x": "3702001" },
  ],
  [
    "对工单 3702001 办理“派单”：状态从“已受理”改为“已派单”",
    "case.changed",
    "case:x",
    { event: "dispatched", before: { state: "accepted" }, after: { state: "dispatched" } },
    { "case:x": "3702001" },
  ],
  [
    "修改线路 12345 市民热线：夜间流程从“无”改为“夜间”；日历从“窗口”改为“无”",
    "line.changed",
    "line:1",
    {
      number: "12345",
      before: { night_flow: null, calendar: "office" },
      after: { night_flow: "night", calendar: "" },
    },
    { "line:1": "12345 市民热线", "flow_code:night": "夜间", "calendar_code:office": "窗口" },
  ],
  [
    "修改日历“office”：名称从“窗口”改为“大厅”；修改每周时段",
    "calendar.changed",
    "calendar:1",
    {
      code: "office",
      before: { name: "窗口", week: { mon: [] } },
      after: { name: "大厅", week: { mon: [["09:00", "17:00"]] } },
    },
  ],
  [
    "定于 2026-12-01 08:00 发布流程“默认”第 4 版，说明：年度调整",
    "flow.scheduled",
    "flow:1",
    { code: "article", number: 4, at: "2026-12-01T00:00:00+00:00", note: "年度调整" },
    { "flow:1": "默认" },
  ],
  [
    "收听录音 2026-11-22 14:05，类别为投诉留言",
    "recording.listened",
    "recording:r",
    { kind: "complaint" },
    { "recording:r": "2026-11-22T06:05:00+00:00" },
  ],
  ["查看号码 138****0001 的来电历史", "caller.opened", "phone:13800000001"],
  ["登录被拒：人员 8009", "session.refused", "person:8009"],
  [
    "确认告警：录音 2026-11-22 14:05，录音文件缺失或与入库时不一致",
    "alarm.cleared",
    "alarm:7",
    { code: "recording.mismatch", about: "recording r" },
    { "recording:r": "2026-11-22T06:05:00+00:00" },
  ],
  [
    "修改数据连接“天气”的地址、名称",
    "connection.changed",
    "connection:weather",
    { fields: ["base_url", "name"] },
    { "connection:weather": "天气" },
  ],
  [
    "修改数据连接“天气”的请求头，其中密钥：X-Key",
    "connection.changed",
    "connection:weather",
    { fields: ["headers"], secrets: ["X-Key"] },
    { "connection:weather": "天气" },
  ],
  [
    "修改数据连接“库”的密码、查询语句",
    "connection.changed",
    "connection:db",
    { fields: ["password", "queries"] },
    { "connection:db": "库" },
  ],
  [
    "改写工单 3702001 的答复草稿：文字从“一”改为“二”",
    "case.reply_drafted",
    "case:x",
    { number: 1, before: { text: "一" }, after: { text: "二" } },
    { "case:x": "3702001" },
  ],
  [
    "在日历“窗口”中把 2026-10-10 设为调休上班“国庆”，时段同周四",
    "calendar.day_set",
    "calendar:1",
    { date: "2026-10-10", kind: "make_up", name: "国庆", spans: [], run_as: "thu" },
    { "calendar:1": "窗口" },
  ],
  [
    "修改中心“示范市”：坐席上限从“4”改为“6”",
    "centre.changed",
    "centre:1",
    {
      code: "shifan",
      before: { quota_agents: 4, quota_lines: null, functions_off: [], city: "" },
      after: { quota_agents: 6, quota_lines: null, functions_off: [], city: "" },
    },
    { "centre:1": "示范市" },
  ],
  [
    "修改民意调查“公园”：代码从“park”改为“garden”；结束时间从“2026-12-01 08:00”改为“2026-12-02 08:00”；修改题目",
    "poll.changed",
    "poll:garden",
    {
      title: "公园",
      before: { code: "park", closes_at: "2026-12-01T00:00:00+00:00", questions: [{ text: "一" }] },
      after: {
        code: "garden",
        closes_at: "2026-12-02T00:00:00+00:00",
        questions: [{ text: "二" }],
      },
    },
    { "poll:garden": "公园" },
  ],
  [
    "修改民意调查“公园”",
    "poll.changed",
    "poll:park",
    { title: "公园", before: {}, after: {} },
    { "poll:park": "公园" },
  ],
  [
    "修改通知模板“reply”：修改文字",
    "notice.template_written",
    "notice_template:reply",
    {
      before: { texts: { zh: "旧" } },
      after: { texts: { zh: "新" } },
    },
  ],
  [
    "启用语音“午休”的普通话第 1 版，此前没有自制的版本",
    "prompt.made_current",
    "prompt:1",
    { prompt: "lunch_break", language: "zh", number: 1, was: null },
    { "prompt:1": "午休" },
  ],
  [
    "在线路 12399 结束应急",
    "line.emergency_ended",
    "line:9",
    { number: "12399" },
    { "line:9": "12399" },
  ],
  ["停用短信网关", "notice.gateway_set", "centre:1", { connection: "" }],
  ["查看保密的工单", "case.viewed", "case:0199c0de-0000-7000-8000-000000000000"],
];

describe("an act in a sentence", () => {
  it.each(CASES)("%s", (...one) => {
    expect(tell(...one)).toBe(one[0]);
  });

  it("is told in English", () => {
    changeLanguage("en");
    const data = { numbers: ["8001", "8002"] };
    const names = { "queue:3": "Front", "number:8001": "8001 Li" };
    expect(tell("", "queue.members_set", "queue:3", data, names)).toBe(
      "set the members of queue “Front” to 8001 Li, 8002",
    );
  });

  it("of which nobody has words is still readable", () => {
    const data = { numbers: ["8001"], before: { name: "甲" }, after: { name: "乙" } };
    expect(tell("", "queue.merged", "queue:3", data, { "queue:3": "人工服务" })).toBe(
      "queue.merged：队列“人工服务”：号码：8001，名称从“甲”改为“乙”",
    );
    expect(tell("", "x.y", "thing:9")).toBe("x.y：thing 9");
  });

  it("marks a name that is only today's", () => {
    const entry = {
      action: "knowledge.made",
      object_type: "knowledge",
      object_id: "leaflet",
      data: {},
      names: { "knowledge:leaflet": "新单页 (leaflet)" },
    };
    const then = sentenceOf({ ...entry, names_today: false }, ZONE);
    const today = sentenceOf({ ...entry, names_today: true }, ZONE);
    expect(then).toContain("“新单页 (leaflet)”");
    expect(today).toBe(then.replace("”", "”（现名）"));
  });

  it("cuts long texts", () => {
    const data = { before: { content: "" }, after: { content: "长".repeat(500) } };
    expect(tell("", "case.changed", "case:x", data).length).toBeLessThan(120);
  });
});

describe("what is confidential", () => {
  const bare = { object_id: "", data: {}, names: {}, withheld: true };
  const tellBare = (action: string, object_type: string) =>
    sentenceOf({ ...bare, action, object_type }, ZONE);

  it.each([
    ["新建保密工单", "case.opened", "case"],
    ["修改保密工单", "case.changed", "case"],
    ["查看保密工单", "case.viewed", "case"],
    ["批准保密工单的答复", "case.reply_approved", "case"],
    ["向市民告知办理状态：保密工单", "case.told", "case"],
    ["收听保密录音", "recording.listened", "recording"],
    ["重新发送保密通知", "notice.sent_again", "notice"],
    ["确认有关保密内容的告警", "alarm.cleared", "alarm"],
  ])("%s", (sentence, action, object) => {
    expect(tellBare(action, object)).toBe(sentence);
  });

  it("is told so in English, and by an alarm", () => {
    changeLanguage("en");
    expect(tellBare("case.changed", "case")).toBe("changed a confidential case");
    expect(tellBare("alarm.cleared", "alarm")).toBe(
      "acknowledged the alarm about something confidential",
    );
    const alarm = { ...bare, code: "text.unread", object_type: "reply" } as AlarmSummary;
    expect(alarmSentence(alarm, ZONE)).toContain("the reply of a confidential case");
  });
});

describe("the catalogue", () => {
  const variants =
    /_(event|recording|moved|none|first|draft|again|secret|nothing|closed|as|platform|withheld)$/;

  it.each([
    ["zh", zh],
    ["en", en],
  ])("has a sentence for every act: %s", (_, { act, sentence }) => {
    const told = new Set(Object.keys(sentence).map((key) => key.replace(variants, "")));
    // An act that ends like a variant is itself.
    const acts = new Set(Object.keys(act).map((key) => key.replace(variants, "")));
    expect([...told].sort()).toEqual([...acts].sort());
  });

  it("names nothing rather than 无 where a list is empty", () => {
    const lists = /\{\{(fields|secrets|numbers|roles|spans)\}\}/;
    const acts = Object.entries(zh.sentence).filter(([, text]) => lists.test(text));
    expect(acts.length).toBeGreaterThan(3);
    const data = { fields: [], secrets: [], numbers: [], roles: [], spans: [] };
    for (const [key] of acts) {
      const action = key.replace(variants, "");
      const said = sentenceOf(
        { action, object_type: "thing", object_id: "1", data, names: {} },
        ZONE,
      );
      expect([action, said.includes("无")]).toEqual([action, false]);
    }
  });

  it("uses the same values in both languages", () => {
    const used = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, n]) => n).sort();
    for (const [key, text] of Object.entries(zh.sentence)) {
      expect([key, used(en.sentence[key as keyof typeof en.sentence])]).toEqual([key, used(text)]);
    }
  });
});

describe("an alarm in a sentence", () => {
  const alarm = (code: string, object_type: string, object_id: string, names = {}) =>
    alarmSentence({ code, object_type, object_id, data: {}, names } as AlarmSummary, ZONE);

  it("says what is wrong with what", () => {
    expect(alarm("text.unread", "reply", "x", { "reply:x": "3702001" })).toBe(
      "文字未能制成电话朗读，来电者听不到：工单答复 3702001",
    );
    expect(alarm("prompt.file_missing", "prompt", "welcome zh")).toBe(
      "文件缺失，来电改听下一顺位的语音：语音“welcome zh”",
    );
    expect(alarm("disk.full", "centre", "1", { "centre:1": "示范市" })).toBe(
      "中心“示范市”：disk.full",
    );
  });
});
