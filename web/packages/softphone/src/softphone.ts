import type { SipAccount } from "@lianxin/api/live";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { IncomingRequest } from "jssip/lib/SIPMessage";
import { Call } from "./call";
import { Line } from "./line";
import { closeMicrophone, MicrophoneError, openMicrophone, watchLevel } from "./microphone";
import { faultOfOffer } from "./offer";
import { Speaker } from "./speaker";
import { type Action, initialState, reduce, type SoftphoneState } from "./state";

export interface SoftphoneOptions {
  /** Called after every change with the new state. */
  readonly onChange: (state: SoftphoneState) => void;
  /** Where to find STUN and TURN servers; none are needed where the exchange is reachable. */
  readonly rtc?: RTCConfiguration;
  /**
   * `agent` (default) registers, and a page that goes away leaves its call to be attached to
   * again. `citizen` only calls, and a page that goes away hangs up.
   */
  readonly role?: "agent" | "citizen";
}

export interface Softphone {
  readonly state: SoftphoneState;
  /** Go on the line, or take a renewed account without touching a call in progress. */
  connect(account: SipAccount): void;
  /** Answer the call that rings, or the one that was announced and arrives in a moment. */
  answer(): Promise<void>;
  hangUp(): void;
  /** Answer the next incoming call by itself when it comes within `milliseconds`. */
  expectAttach(milliseconds?: number): void;
  /** Call `number` as a citizen: microphone, connection, call; failures are in the state. */
  call(number: string): Promise<void>;
  /** One of 0-9, *, #, as an RFC 4733 event. */
  sendKey(key: string): void;
  setMuted(muted: boolean): void;
  /** Report the microphone's level, 0 to 1, ten times a second until the result is called. */
  checkMicrophone(onLevel: (level: number) => void): Promise<() => void>;
  /** Leave the line: an agent's call is left for another page, a citizen's is ended. */
  stop(): void;
}

/** Milliseconds that a call may need after the page was told of it by another way. */
const onItsWay = 1500;

export function createSoftphone(options: SoftphoneOptions): Softphone {
  return new BrowserSoftphone(options);
}

class BrowserSoftphone implements Softphone {
  state = initialState;
  private line: Line | undefined;
  private current: Call | undefined;
  /** An account of another name that came in a call: for when the call is over. */
  private next: SipAccount | undefined;
  private attachUntil = 0;
  private readonly agent: boolean;
  private readonly rtc: RTCConfiguration;
  private readonly speaker = new Speaker((blocked) =>
    this.dispatch({ type: blocked ? "speaker_blocked" : "speaker_allowed" }),
  );
  private readonly goingAway = () => {
    if (!this.agent) this.current?.hangUp();
  };

  constructor(private readonly options: SoftphoneOptions) {
    this.agent = options.role !== "citizen";
    this.rtc = options.rtc ?? { iceServers: [] };
    window.addEventListener("pagehide", this.goingAway);
  }

  connect(account: SipAccount): void {
    if (typeof RTCPeerConnection === "undefined") {
      this.dispatch({ type: "unsupported" });
    } else if (this.line?.isOf(account)) {
      this.line.renew(account.password);
    } else {
      this.next = account;
      if (this.current === undefined) this.takeNextAccount();
    }
  }

  async answer(): Promise<void> {
    if (this.state.session === "incoming") await this.pickUp();
    else if (this.state.session === "none") this.expectAttach(onItsWay);
  }

  hangUp(): void {
    this.current?.hangUp();
  }

  expectAttach(milliseconds = 10_000): void {
    this.attachUntil = performance.now() + milliseconds;
  }

  async call(number: string): Promise<void> {
    const line = this.line;
    if (line === undefined || this.state.session !== "none") return;
    this.dispatch({ type: "dialled" });
    const stream = await this.microphone();
    if (stream === undefined) return this.dispatch({ type: "ended" });
    try {
      await line.connected();
      line.dial(number, stream, this.rtc, (session, id) => this.follow(session, id).use(stream));
    } catch {
      closeMicrophone(stream);
      this.dispatch({ type: "ended", code: "socket.unreachable" });
    }
  }

  sendKey(key: string): void {
    if (/^[0-9*#]$/.test(key)) this.current?.sendKey(key);
  }

  setMuted(muted: boolean): void {
    this.current?.setMuted(muted);
  }

  async checkMicrophone(onLevel: (level: number) => void): Promise<() => void> {
    const stream = await this.microphone();
    if (stream === undefined) return () => undefined;
    const stopWatching = watchLevel(stream, onLevel);
    return () => {
      stopWatching();
      closeMicrophone(stream);
    };
  }

  stop(): void {
    window.removeEventListener("pagehide", this.goingAway);
    this.next = undefined;
    if (this.agent) this.current?.leave();
    else this.current?.hangUp();
    this.line?.stop();
    this.line = undefined;
    this.dispatch({ type: "stopped" });
  }

  private takeNextAccount(): void {
    const account = this.next;
    if (account === undefined) return;
    this.next = undefined;
    this.line?.stop();
    this.line = new Line(account, this.agent, {
      dispatch: (action) => this.dispatch(action),
      rang: (session, request) => this.rang(session, request),
      refresh: () => this.current?.refresh(),
    });
  }

  private rang(session: RTCSession, request: IncomingRequest): void {
    const attaching = performance.now() < this.attachUntil;
    const fault = faultOfOffer(request.body);
    if (this.current !== undefined && !attaching) {
      session.terminate({ status_code: 486 });
    } else if (fault !== undefined) {
      session.terminate({ status_code: 488 });
      this.dispatch({ type: "refused_call", code: fault });
    } else {
      this.current?.leave();
      this.attachUntil = 0;
      this.follow(session, request.getHeader("call-id"));
      if (attaching) void this.attach();
      else this.dispatch({ type: "rang" });
    }
  }

  /** A call that comes back does not ring, unless there is no microphone to answer it with. */
  private async attach(): Promise<void> {
    if (!(await this.pickUp())) this.dispatch({ type: "rang" });
  }

  private async pickUp(): Promise<boolean> {
    return (await this.current?.answer(() => this.microphone(), this.rtc)) ?? false;
  }

  private follow(session: RTCSession, callId: string): Call {
    const { line, speaker, agent: keeps } = this;
    if (line === undefined) throw new Error("a call without a line");
    const call: Call = new Call({
      session,
      callId,
      socket: line.socket,
      speaker,
      keeps,
      dispatch: (action) => this.dispatch(action),
      ended: () => {
        if (this.current === call) this.current = undefined;
        this.takeNextAccount();
      },
    });
    this.current = call;
    return call;
  }

  /** The open microphone, or `undefined` with the reason in the state. */
  private async microphone(): Promise<MediaStream | undefined> {
    try {
      const stream = await openMicrophone();
      this.dispatch({ type: "microphone_granted" });
      return stream;
    } catch (error) {
      if (!(error instanceof MicrophoneError)) throw error;
      this.dispatch({ type: "microphone_failed", code: error.code });
      return undefined;
    }
  }

  private dispatch(action: Action): void {
    const state = reduce(this.state, action);
    if (state === this.state) return;
    this.state = state;
    this.options.onChange(state);
  }
}
