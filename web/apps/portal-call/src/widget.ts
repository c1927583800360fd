import { createSoftphone, type Softphone, type SoftphoneState } from "@lianxin/softphone";
import { languageOf, type Problem } from "./texts";
import { CallProblem, openTelephone } from "./ticket";
import { type CallState, View } from "./view";

export interface CallOptions {
  /** Answers a POST with `{ticket, url, expires_in, number}`. */
  readonly ticketUrl: string;
  readonly csrf: string;
  /** A language tag; Chinese unless it is English. */
  readonly language?: string;
  /** Where a case can be looked up, offered after the call. */
  readonly lookUpUrl?: string;
  /** Where citizens may give their number, so that the agent sees what they asked before. */
  readonly phone?: HTMLInputElement | null;
  readonly rtc?: RTCConfiguration;
}

const idle: CallState = { phase: "idle", seconds: 0, muted: false, keys: "" };

/** Whether a key that was pressed on the page is meant for something else than the keypad. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return true;
  const { target } = event;
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

/** One citizen's call, from the button to the end, as often as it is pressed. */
export class CallWidget {
  private shown = idle;
  private readonly view: View;
  private phone: Softphone | undefined;
  private attempt = new AbortController();
  private answeredAt = 0;
  private tick: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: HTMLElement,
    private readonly options: CallOptions,
  ) {
    this.view = new View(host, languageOf(options.language), this.acts(), options.lookUpUrl);
    this.view.show(this.shown);
    document.addEventListener("keydown", this.onKey);
  }

  remove(): void {
    document.removeEventListener("keydown", this.onKey);
    this.end();
    this.view.remove();
  }

  private acts() {
    return {
      start: () => void this.start(),
      hangUp: () => this.hangUp(),
      mute: () => this.phone?.setMuted(!this.shown.muted),
      press: (key: string) => this.press(key),
    };
  }

  private async start(): Promise<void> {
    this.attempt = new AbortController();
    const { signal } = this.attempt;
    this.markField(false);
    this.show({ ...idle, phase: "microphone" });
    const phone = createSoftphone({
      role: "citizen",
      onChange: (state) => this.follow(state),
      ...(this.options.rtc && { rtc: this.options.rtc }),
    });
    this.phone = phone;
    const releaseMicrophone = await phone.checkMicrophone(() => undefined);
    try {
      if (!signal.aborted && phone.state.microphone === "granted") await this.dial(phone, signal);
    } catch (error) {
      if (!signal.aborted) this.end(error instanceof CallProblem ? error.problem : undefined);
    } finally {
      releaseMicrophone();
    }
  }

  private async dial(phone: Softphone, signal: AbortSignal): Promise<void> {
    this.show({ ...this.shown, phase: "connecting" });
    const { ticketUrl: url, csrf, phone: field } = this.options;
    const request = { url, csrf, phone: field?.value.trim() ?? "" };
    const telephone = await openTelephone(request, signal);
    if (signal.aborted) return;
    phone.connect(telephone.account);
    await phone.call(telephone.number);
  }

  /** What the telephone tells. */
  private follow(state: SoftphoneState): void {
    const { phase } = this.shown;
    const problem = state.errorCode && { code: state.errorCode };
    if (phase === "idle" || phase === "ended") return;
    if (state.session === "active") {
      this.talk(state, problem);
    } else if (state.session === "calling") {
      this.show({ ...this.shown, phase: "calling", problem });
    } else if (phase === "calling" || phase === "talking" || phase === "microphone") {
      if (phase !== "microphone" || problem) this.end(problem);
    }
  }

  private talk(state: SoftphoneState, problem: Problem | undefined): void {
    if (this.shown.phase !== "talking") {
      this.answeredAt = performance.now();
      this.tick = setInterval(() => this.show({ ...this.shown, seconds: this.seconds() }), 1000);
    }
    this.show({ ...this.shown, phase: "talking", muted: state.muted, problem });
  }

  private hangUp(): void {
    if (this.shown.phase === "talking" || this.shown.phase === "calling") this.phone?.hangUp();
    this.end();
  }

  private end(problem?: Problem): void {
    if (this.shown.phase === "ended" || this.shown.phase === "idle") return;
    clearInterval(this.tick);
    const seconds = this.shown.phase === "talking" ? this.seconds() : 0;
    const { phone } = this;
    this.phone = undefined;
    this.show({ ...this.shown, phase: "ended", seconds, muted: false, problem });
    phone?.stop();
    this.attempt.abort();
    this.markField(problem?.code === "ticket.bad_phone");
  }

  /** The number that was refused stays where it can be corrected. */
  private markField(refused: boolean): void {
    const field = this.options.phone;
    if (refused) {
      field?.setAttribute("aria-invalid", "true");
      field?.focus();
    } else {
      field?.removeAttribute("aria-invalid");
    }
  }

  private press(key: string): void {
    if (this.shown.phase !== "talking") return;
    this.phone?.sendKey(key);
    this.show({ ...this.shown, keys: (this.shown.keys + key).slice(-24) });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (/^[0-9*#]$/.test(event.key) && !isTyping(event)) this.press(event.key);
  };

  private seconds(): number {
    return Math.floor((performance.now() - this.answeredAt) / 1000);
  }

  private show(shown: CallState): void {
    this.shown = shown;
    this.view.show(shown);
  }
}
