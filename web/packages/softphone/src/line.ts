import type { SipAccount } from "@lianxin/api/live";
import { UA } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { IncomingRequest } from "jssip/lib/SIPMessage";
import { WatchedSocket } from "./socket";
import type { Action } from "./state";

export interface LineEvents {
  dispatch(action: Action): void;
  rang(session: RTCSession, request: IncomingRequest): void;
  /** The line is there again after it was lost, and every now and then. */
  refresh(): void;
}

/** Milliseconds. What is said then also finds a connection that is dead. */
const heartbeat = 20_000;
/** After Asterisk started anew the switchboard needs a moment to tell it the accounts. */
const retryRefused = 1000;
const connectWithin = 8000;

/** One account at the exchange: connected, registered, and again whenever that is lost. */
export class Line {
  readonly socket: WatchedSocket;
  private readonly ua: UA;
  private readonly stopping = new AbortController();
  private readonly beat: ReturnType<typeof setInterval>;
  private lost = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** Throws when the account is not well formed. `registers`: calls come in on this line. */
  constructor(
    readonly account: SipAccount,
    private readonly registers: boolean,
    private readonly events: LineEvents,
  ) {
    this.socket = new WatchedSocket(account.ws_url);
    this.ua = new UA({
      sockets: this.socket,
      uri: account.uri,
      authorization_user: account.user,
      password: account.password,
      register: registers,
      register_expires: 120,
      session_timers: false, // the exchange knows of a dead call before any timer would
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 2,
      user_agent: "Lianxin",
    });
    this.listen();
    this.beat = setInterval(() => this.sayHello(), heartbeat);
    window.addEventListener("online", () => this.sayHello(), { signal: this.stopping.signal });
    events.dispatch({ type: "connecting" });
    this.ua.start();
  }

  /** Whether `account` is this line's, but for the password and its end. */
  isOf(account: SipAccount): boolean {
    const { uri, user, ws_url } = this.account;
    return account.uri === uri && account.user === user && account.ws_url === ws_url;
  }

  /** Use a newer password from now on; a call in progress is not touched. */
  renew(password: string): void {
    this.ua.set("password", password);
    this.register();
  }

  /** Resolves once connected; rejects when that takes too long. */
  async connected(): Promise<void> {
    if (this.ua.isConnected()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("not connected")), connectWithin);
      this.ua.once("connected", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  dial(number: string, stream: MediaStream, rtc: RTCConfiguration, begun: DialBegun): void {
    this.ua.once("newRTCSession", ({ session, request }) => begun(session, request.call_id));
    this.ua.call(number, { mediaStream: stream, pcConfig: rtc });
  }

  /** Unregister and close; ends calls that were not left before. */
  stop(): void {
    clearInterval(this.beat);
    clearTimeout(this.retry);
    this.stopping.abort();
    this.ua.removeAllListeners();
    this.ua.stop();
  }

  private sayHello(): void {
    this.register();
    if (this.ua.isConnected()) this.events.refresh();
  }

  private register(): void {
    if (this.registers && this.ua.isConnected()) this.ua.register();
  }

  private ready(): void {
    this.events.dispatch({ type: "registered" });
    if (this.lost) this.events.refresh();
    this.lost = false;
  }

  private listen(): void {
    const { ua, events } = this;
    ua.on("connected", () => {
      if (!this.registers) this.ready();
    });
    ua.on("registered", () => this.ready());
    ua.on("disconnected", () => {
      this.lost = true;
      events.dispatch({ type: "socket_lost" });
    });
    ua.on("registrationFailed", ({ response }) => {
      if (!response) return; // the connection broke: `disconnected` tells
      events.dispatch({ type: "account_refused" });
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.register(), retryRefused);
    });
    ua.on(
      "newRTCSession",
      (event: { originator: string; session: RTCSession; request: unknown }) => {
        if (event.originator === "remote") {
          events.rang(event.session, event.request as IncomingRequest);
        }
      },
    );
  }
}

type DialBegun = (session: RTCSession, callId: string) => void;
