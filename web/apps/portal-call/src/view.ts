import { clock, type Language, type Problem, sentence, texts } from "./texts";

type Phase = "idle" | "microphone" | "connecting" | "calling" | "talking" | "ended";

export interface CallState {
  readonly phase: Phase;
  readonly seconds: number;
  readonly muted: boolean;
  /** What was pressed in this call. */
  readonly keys: string;
  readonly problem?: Problem | undefined;
}

export interface Acts {
  start(): void;
  hangUp(): void;
  mute(): void;
  press(key: string): void;
}

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const live: readonly Phase[] = ["microphone", "connecting", "calling", "talking"];

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const element = make("button", `lxc-button ${className}`, { type: "button" }, text);
  element.addEventListener("click", act);
  return element;
}

/** The panel: built once, then brought to what is to be shown. */
export class View {
  private readonly start: HTMLButtonElement;
  private readonly hangUp: HTMLButtonElement;
  private readonly mute: HTMLButtonElement;
  private readonly status = make("p", "lxc-status", { role: "status", "aria-live": "polite" });
  private readonly time = make("p", "lxc-time", { role: "timer", "aria-live": "off" });
  private readonly problem = make("p", "lxc-problem", { role: "alert" });
  private readonly intro: HTMLElement;
  private readonly after: HTMLElement;
  private readonly pad: HTMLElement;
  private readonly pressed = make("p", "lxc-pressed");
  private readonly root: HTMLElement;
  private shown: CallState | undefined;

  constructor(
    host: HTMLElement,
    private readonly language: Language,
    acts: Acts,
    lookUpUrl: string | undefined,
  ) {
    const text = texts[language];
    this.start = button("lxc-start", text.start, acts.start);
    this.hangUp = button("lxc-hang-up", text.hangUp, acts.hangUp);
    this.mute = button("lxc-mute", text.mute, acts.mute);
    this.intro = make("p", "lxc-note", {}, text.intro);
    this.after = make("p", "lxc-note", {}, text.lookUp);
    if (lookUpUrl !== undefined) {
      this.after.append(" ", make("a", "lxc-link", { href: lookUpUrl }, text.lookUpLink));
    }
    this.pad = this.buildPad(acts);
    const controls = make("div", "lxc-controls", {}, this.start, this.mute, this.hangUp);
    this.root = make(
      "section",
      "lxc",
      { "aria-label": text.title, lang: language === "zh" ? "zh-CN" : "en" },
      make("div", "lxc-head", {}, this.status, this.time),
      ...[this.problem, this.intro, this.after, this.pad, controls],
    );
    host.replaceChildren(this.root);
  }

  show(shown: CallState): void {
    const text = texts[this.language];
    const { phase } = shown;
    const calling = live.includes(phase);
    this.root.dataset.phase = phase;
    const failed = phase === "ended" && shown.seconds === 0 && shown.problem !== undefined;
    this.setText(this.status, phase === "idle" ? "" : text[failed ? "failed" : phase]);
    this.setText(this.time, clock(shown.seconds));
    this.time.hidden = phase !== "talking" && !(phase === "ended" && shown.seconds > 0);
    this.setText(this.problem, shown.problem ? sentence(this.language, shown.problem) : "");
    this.intro.hidden = phase !== "idle";
    this.after.hidden = phase !== "ended" || shown.seconds === 0;
    this.pad.hidden = phase !== "talking";
    this.setText(this.pressed, shown.keys && `${text.pressed} ${[...shown.keys].join(" ")}`);
    this.start.hidden = calling;
    this.setText(this.start, phase === "ended" ? text.again : text.start);
    this.hangUp.hidden = !calling;
    this.mute.hidden = phase !== "talking";
    this.mute.setAttribute("aria-pressed", `${shown.muted}`);
    this.setText(this.mute, shown.muted ? text.unmute : text.mute);
    this.moveFocus(calling);
    this.shown = shown;
  }

  remove(): void {
    this.root.remove();
  }

  /** The button that was pressed gives way to another: keep the keyboard's place. */
  private moveFocus(calling: boolean): void {
    if (this.shown === undefined || live.includes(this.shown.phase) === calling) return;
    (calling ? this.hangUp : this.start).focus({ preventScroll: true });
  }

  /** Only when it differs: a live region is read out again for every change. */
  private setText(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
  }

  private buildPad(acts: Acts): HTMLElement {
    const text = texts[this.language];
    const buttons = keys.map((key) => button("lxc-key", key, () => acts.press(key)));
    return make(
      "div",
      "lxc-pad",
      { role: "group", "aria-label": text.keypad },
      make("div", "lxc-keys", {}, ...buttons),
      this.pressed,
      make("p", "lxc-note", {}, text.keypadHint),
    );
  }
}
