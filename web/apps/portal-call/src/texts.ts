import type { ErrorCode } from "@lianxin/softphone";

export type Language = "zh" | "en";

/** The language to speak for a tag such as `zh-Hans` or `en-GB`. */
export function languageOf(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith("en") === true ? "en" : "zh";
}

/** What can stop a call before the telephone has a part in it. */
type TicketCode = "ticket.limited" | "ticket.refused" | "ticket.bad_phone" | "network";

export interface Problem {
  readonly code: ErrorCode | TicketCode;
  /** Seconds to wait, when the server named them. */
  readonly retryAfter?: number;
}

const zh = {
  title: "网页拨打12345",
  start: "网页拨打12345",
  intro: "用麦克风直接与热线通话，不收取电话费。通话将被录音。",
  microphone: "请在浏览器的提示中选择“允许”使用麦克风…",
  connecting: "正在接通…",
  calling: "正在接通…",
  talking: "通话中",
  ended: "已结束",
  failed: "没有接通",
  lookUp:
    "如果本次通话登记了诉求，请记下工作人员告知的工单编号和查询码，之后可在“进度查询”中查看办理情况。",
  lookUpLink: "进度查询",
  again: "再次拨打",
  mute: "静音",
  unmute: "取消静音",
  hangUp: "挂断",
  keypad: "拨号键盘",
  keypadHint: "听到语音提示后按键，也可以用电脑键盘输入。",
  pressed: "已按",
};

type Texts = typeof zh;

const en: Texts = {
  title: "Call 12345 from this page",
  start: "Call 12345 from this page",
  intro: "Talk to the hotline through your microphone, free of charge. Calls are recorded.",
  microphone: "Please choose “Allow” when the browser asks for the microphone…",
  connecting: "Connecting…",
  calling: "Connecting…",
  talking: "In call",
  ended: "Call ended",
  failed: "Not connected",
  lookUp:
    "If a case was filed in this call, note the case number and the code you were told: “Case progress” shows how it is being handled.",
  lookUpLink: "Case progress",
  again: "Call again",
  mute: "Mute",
  unmute: "Unmute",
  hangUp: "Hang up",
  keypad: "Keypad",
  keypadHint: "Press a key when the voice asks for it; your keyboard works too.",
  pressed: "Pressed",
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };

type Sentences = Readonly<Record<Problem["code"], string>>;

const zhProblems: Sentences = {
  "browser.unsupported": "这个浏览器不支持网页通话。请更新浏览器，或用电话拨打12345。",
  "microphone.insecure_context":
    "此网页的连接不安全，浏览器不允许使用麦克风。请从 https 网址打开。",
  "microphone.refused":
    "浏览器没有得到麦克风的使用许可。请在地址栏旁的网站设置中允许麦克风，然后再次拨打。",
  "microphone.missing": "没有找到麦克风。请接好麦克风或耳机，然后再次拨打。",
  "microphone.busy": "麦克风正被其他程序使用。请关闭那个程序，然后再次拨打。",
  "microphone.lost": "麦克风已断开，对方听不到您的声音。请重新接好后再次拨打。",
  "speaker.blocked": "浏览器暂未播放声音，请点一下页面。",
  "socket.lost": "网络连接中断，正在重新连接…",
  "socket.unreachable": "暂时连接不上热线。请检查网络后再次拨打，或用电话拨打12345。",
  "account.refused": "热线没有接受这次连接。请刷新网页后再次拨打。",
  "call.no_offer": "通话没有建立成功，请再次拨打。",
  "call.no_common_codec": "这个浏览器与热线没有共同的语音格式。请换一个浏览器，或用电话拨打12345。",
  "call.media_failed": "声音没有建立成功，请再次拨打。",
  "call.media_lost": "网络不稳定，声音已中断。请再次拨打。",
  "call.busy": "线路繁忙，请稍后再次拨打。",
  "call.rejected": "热线没有接听，请稍后再次拨打。",
  "call.unavailable": "热线暂时没有响应，请稍后再次拨打，或用电话拨打12345。",
  "call.not_found": "这条线路暂未开通，请用电话拨打12345。",
  "call.no_answer": "无人接听，请稍后再次拨打。",
  "call.failed": "通话中断，请再次拨打。",
  "ticket.limited": "您的拨打次数较多，请稍后再试。",
  "ticket.refused": "暂时不能从网页拨打。请刷新网页后重试，或用电话拨打12345。",
  "ticket.bad_phone": "电话号码不正确：请填写11位手机号，或带区号的固定电话；也可以不填。",
  network: "网络连接失败。请检查网络后再次拨打。",
};

const enProblems: Sentences = {
  "browser.unsupported": "This browser cannot make calls. Please update it, or phone 12345.",
  "microphone.insecure_context":
    "This page's connection is not secure, so the browser withholds the microphone. Open the https address.",
  "microphone.refused":
    "The browser may not use the microphone. Allow it in the site settings beside the address bar, then call again.",
  "microphone.missing": "No microphone was found. Connect one, then call again.",
  "microphone.busy": "Another program is using the microphone. Close it, then call again.",
  "microphone.lost": "The microphone is gone and you cannot be heard. Connect it and call again.",
  "speaker.blocked": "The browser is holding back the sound. Please click on the page.",
  "socket.lost": "The network connection was lost. Connecting again…",
  "socket.unreachable":
    "The hotline cannot be reached. Check your network and call again, or phone 12345.",
  "account.refused": "The hotline did not accept the connection. Reload the page and call again.",
  "call.no_offer": "The call could not be set up. Please call again.",
  "call.no_common_codec":
    "This browser and the hotline share no audio format. Use another browser, or phone 12345.",
  "call.media_failed": "The sound could not be set up. Please call again.",
  "call.media_lost": "The network is unstable and the sound was lost. Please call again.",
  "call.busy": "The line is busy. Please call again later.",
  "call.rejected": "The hotline did not take the call. Please call again later.",
  "call.unavailable": "The hotline does not answer now. Call again later, or phone 12345.",
  "call.not_found": "This line is not open yet. Please phone 12345.",
  "call.no_answer": "Nobody answered. Please call again later.",
  "call.failed": "The call was cut off. Please call again.",
  "ticket.limited": "You have called many times. Please try again later.",
  "ticket.refused": "Calls from this page are not possible now. Reload it, or phone 12345.",
  "ticket.bad_phone":
    "This is no telephone number: enter 11 digits of a mobile, a landline with its area code, or nothing.",
  network: "The network failed. Check your connection and call again.",
};

const problems: Readonly<Record<Language, Sentences>> = { zh: zhProblems, en: enProblems };

function wait(language: Language, seconds: number): string {
  const [amount, unit] = seconds > 90 ? [Math.ceil(seconds / 60), "minute"] : [seconds, "second"];
  if (language === "zh") return `请在 ${amount} ${unit === "minute" ? "分钟" : "秒"}后再试。`;
  return `Please try again in ${amount} ${unit}${amount === 1 ? "" : "s"}.`;
}

/** The sentence for a problem, with the time to wait where there is one. */
export function sentence(language: Language, problem: Problem): string {
  const text = problems[language][problem.code];
  if (problem.retryAfter === undefined) return text;
  // The time replaces the general "later".
  const first = text.split(language === "zh" ? "，" : ". ")[0] ?? text;
  const joint = language === "zh" ? "，" : ". ";
  return `${first}${joint}${wait(language, problem.retryAfter)}`;
}

/** 12 → `00:12`, 3601 → `1:00:01`. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) => `${n}`.padStart(2, "0"));
  const hours = Math.floor(seconds / 3600);
  return [...(hours > 0 ? [`${hours}`] : []), ...parts].join(":");
}
