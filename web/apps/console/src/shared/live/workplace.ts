import type { Command, Notice } from "@lianxin/api/live";
import type { Softphone, SoftphoneOptions, SoftphoneState } from "@lianxin/softphone";
import { type ConnectionDeps, LiveConnection } from "./connection";
import { attachOccasion, callToAttach, hangUpWay } from "./rules";
import { apply, currentCall, INITIAL, type LiveState } from "./state";

export interface WorkplaceState {
  live: LiveState;
  phone: SoftphoneState;
  /** The call that was answered on this page last; "" before the first. */
  answering: string;
}

export type RecordHint = Extract<Notice, { type: "record_changed" }>;

/**
 * One agent's (or watcher's) place: the live socket and the telephone, and what holds
 * them together. State is replaced, never changed; React reads it as an external store.
 */
export class Workplace {
  private listeners = new Set<() => void>();
  private state: WorkplaceState;
  private registrations = 0;
  private asked = "";
  private asks: (() => boolean) | null = null;
  private readonly connection: LiveConnection;
  readonly phone: Softphone;

  constructor(
    owner: string,
    deps: ConnectionDeps,
    createPhone: (options: SoftphoneOptions) => Softphone,
    private readonly onHint: (hint: RecordHint) => void,
  ) {
    this.phone = createPhone({ onChange: (phone) => this.phoneChanged(phone) });
    this.state = { live: INITIAL, phone: this.phone.state, answering: "" };
    this.connection = new LiveConnection(
      owner,
      {
        notice: (notice) => this.onNotice(notice),
        lost: () => this.setLive({ ...this.state.live, connection: "lost" }),
        connecting: () => this.setLive({ ...this.state.live, connection: "connecting" }),
      },
      deps,
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): WorkplaceState => this.state;

  start(): void {
    this.connection.start();
  }

  /** The page goes or the person signs out. `forget`: the next start asks for a ticket. */
  stop(forget: boolean): void {
    this.connection.stop(forget);
    this.phone.stop();
  }

  hurry(): void {
    this.connection.hurry();
  }

  send(command: Command): boolean {
    return this.connection.send(command);
  }

  /** Take the call that rings. */
  answer(): void {
    const call = currentCall(this.state.live);
    if (call !== null) this.publish({ ...this.state, answering: call.id });
    void this.phone.answer();
  }

  hangUp(): void {
    const { live, phone } = this.state;
    const way = hangUpWay(live, phone);
    const call = currentCall(live);
    if (way === "live" && call !== null) {
      if (this.send({ type: "hang_up", call: call.id })) return;
    }
    if (way !== "none") this.phone.hangUp();
  }

  /** Hold or take back the call in progress; false when the centre cannot be asked now. */
  toggleHold(): boolean {
    const call = currentCall(this.state.live);
    if (call === null) return false;
    return this.send({ type: call.phase === "held" ? "resume" : "hold", call: call.id });
  }

  /** `asks` says whether it asks the agent something first; it does until what is returned is called. */
  askBeforeReady(asks: () => boolean): () => void {
    this.asks = asks;
    return () => {
      if (this.asks === asks) this.asks = null;
    };
  }

  /** 示闲; false when the centre cannot be told now. */
  ready(): boolean {
    return this.asks?.() || this.send({ type: "ready" });
  }

  /** Speak before the announcement is over; false when the centre cannot be asked now. */
  cutAnnouncement(): boolean {
    const call = currentCall(this.state.live);
    if (call?.phase !== "connecting" || call.may_cut !== true) return true;
    return this.send({ type: "cut_announcement", call: call.id });
  }

  private onNotice(notice: Notice): void {
    if (notice.type === "record_changed") this.onHint(notice);
    this.setLive(apply(this.state.live, notice, Date.now()));
    if (notice.type === "replaced") this.phone.stop();
    if (notice.type !== "welcome" && notice.type !== "sip_renewed") return;
    if (notice.sip !== null) this.phone.connect(notice.sip);
  }

  private phoneChanged(phone: SoftphoneState): void {
    const registered = phone.registration === "registered";
    if (registered && this.state.phone.registration !== "registered") this.registrations += 1;
    this.publish({ ...this.state, phone });
  }

  private setLive(live: LiveState): void {
    this.publish({ ...this.state, live });
  }

  private publish(state: WorkplaceState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
    this.attach();
  }

  private attach(): void {
    const { live, phone } = this.state;
    if (live.connection !== "open" || phone.registration !== "registered") return;
    const occasion = attachOccasion(live, this.registrations);
    if (occasion === this.asked) return;
    this.asked = occasion;
    const call = callToAttach(live, phone);
    if (call === null) return;
    if (currentCall(live)?.phase !== "ringing") this.phone.expectAttach();
    this.send({ type: "attach", call });
  }
}
