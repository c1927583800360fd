import type { Command, Notice } from "@lianxin/api/live";

interface Ticket {
  ticket: string;
  url: string;
}

/** What the connection needs of the outside; tests give their own. */
export interface ConnectionDeps {
  open: (url: string) => WebSocket;
  ticket: () => Promise<Ticket>;
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  random: () => number;
}

export interface Listener {
  notice: (notice: Notice) => void;
  /** The socket is gone and will be tried again. */
  lost: () => void;
  connecting: () => void;
}

const FIRST_WAIT = 300;
const LONGEST_WAIT = 2000;
const KEY = "lianxin.live";

/** Milliseconds before the n-th try, n from 0: 0.3 s doubling to 2 s, with a fifth of jitter. */
export function backoff(attempt: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.8 + 0.4 * random);
}

interface Token {
  owner: string;
  resume: string;
  url: string;
}

/**
 * The page's one socket. It says hello with the resume token of this tab when there is
 * one (which works while web is away), else with a fresh ticket, and comes back by itself.
 */
export class LiveConnection {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private generation = 0;
  private greeted = false;

  constructor(
    private readonly owner: string,
    private readonly listener: Listener,
    private readonly deps: ConnectionDeps,
  ) {}

  start(): void {
    this.stop();
    this.listener.connecting();
    void this.connect(this.generation);
  }

  /** Close for good; `forget` also drops the token, so that the next start asks for a ticket. */
  stop(forget = false): void {
    this.generation += 1;
    this.greeted = false;
    this.attempt = 0;
    clearTimeout(this.timer);
    this.socket?.close(1000);
    this.socket = null;
    if (forget) this.deps.storage.removeItem(KEY);
  }

  /** Try at once, for instance when the network came back. */
  hurry(): void {
    if (this.greeted || this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.connect(this.generation);
  }

  /** True when the command was handed to an open, greeted socket. */
  send(command: Command): boolean {
    if (!this.greeted || this.socket?.readyState !== 1) return false;
    this.socket.send(JSON.stringify(command));
    return true;
  }

  private token(): Token | null {
    const text = this.deps.storage.getItem(KEY);
    const token = text === null ? null : (JSON.parse(text) as Token);
    return token?.owner === this.owner ? token : null;
  }

  private async connect(generation: number): Promise<void> {
    const token = this.token();
    const hello = token ? { resume: token.resume, url: token.url } : await this.fresh();
    if (generation !== this.generation) return;
    if (hello === null) return this.again(generation);
    const socket = this.deps.open(hello.url);
    this.socket = socket;
    const { url, ...words } = hello;
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", ...words }));
    socket.onmessage = (event) => {
      if (generation === this.generation)
        this.onNotice(JSON.parse(String(event.data)) as Notice, url);
    };
    socket.onclose = () => {
      if (generation === this.generation) this.again(generation);
    };
  }

  private async fresh(): Promise<{ ticket: string; url: string } | null> {
    try {
      const { ticket, url } = await this.deps.ticket();
      return { ticket, url };
    } catch {
      return null;
    }
  }

  private onNotice(notice: Notice, url: string): void {
    if (notice.type === "welcome") {
      this.greeted = true;
      this.attempt = 0;
      const token: Token = { owner: this.owner, resume: notice.resume, url };
      this.deps.storage.setItem(KEY, JSON.stringify(token));
    }
    // A token that is refused is of no more use: ask for a ticket, and soon.
    if (notice.type === "refused" && notice.command === "hello") {
      if (this.token() !== null) this.attempt = 0;
      this.deps.storage.removeItem(KEY);
    }
    if (notice.type === "replaced") this.stop(true);
    this.listener.notice(notice);
  }

  private again(generation: number): void {
    this.socket = null;
    this.greeted = false;
    this.listener.lost();
    const wait = backoff(this.attempt, this.deps.random());
    this.attempt += 1;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (generation === this.generation) void this.connect(generation);
    }, wait);
  }
}
