/**
 * The WebSocket under JsSIP, which brings its own and reconnects; this one adds two things that
 * JsSIP lacks. It notices a connection that is dead without having been closed (a cable pulled
 * out), and it can leave a call without a word: whatever would be sent for it is dropped, so
 * that the exchange keeps the call for the page to attach to again.
 */
import type { Socket } from "jssip/lib/Socket";

/** Milliseconds that Asterisk has for answering anything that was sent. */
export const answerWithin = 5000;

const callIdOf = (message: string) => /^(?:call-id|i)\s*:\s*(\S+)/im.exec(message)?.[1];

/**
 * Only a request is answered: an ACK is not, nor a response of ours, nor the empty line that
 * says to the exchange's keep-alive that we are still there (RFC 5626 4.4.1).
 */
const isAnswered = (message: string) => /^(?!ACK )[A-Z]+ \S+ SIP\/2\.0\r\n/.test(message);

export class WatchedSocket implements Socket {
  via_transport: string;
  readonly sip_uri: string;
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly left = new Set<string>();

  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: <T>(event: T) => void = () => undefined;

  constructor(readonly url: string) {
    const { protocol, host } = new URL(url);
    this.via_transport = protocol === "wss:" ? "WSS" : "WS";
    this.sip_uri = `sip:${host};transport=ws`;
  }

  /** From now on nothing is said about this call. */
  leave(callId: string): void {
    this.left.add(callId);
  }

  connect(): void {
    if (this.isConnected() || this.isConnecting()) return;
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.url, "sip");
    } catch {
      this.ondisconnect(true);
      return;
    }
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.onconnect();
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.stopExpecting();
      this.ondata(data);
    };
    socket.onclose = ({ wasClean, code, reason }) => this.drop(!wasClean, code, reason);
    this.socket = socket;
  }

  disconnect(): void {
    this.stopExpecting();
    const socket = this.release();
    socket?.close();
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    const text = String(message);
    const callId = callIdOf(text);
    if (callId !== undefined && this.left.has(callId)) return true;
    if (!this.isConnected()) return false;
    this.socket?.send(text);
    if (isAnswered(text) && this.timer === undefined) this.expectAnswer();
    return true;
  }

  isConnected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  isConnecting(): boolean {
    return this.socket?.readyState === WebSocket.CONNECTING;
  }

  private expectAnswer(): void {
    this.timer = setTimeout(() => {
      this.release()?.close();
      this.drop(true, 1006, "no answer");
    }, answerWithin);
  }

  private stopExpecting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private drop(error: boolean, code: number, reason: string): void {
    this.stopExpecting();
    this.release();
    this.ondisconnect(error, code, reason);
  }

  /** Let go of the connection without hearing of it again. */
  private release(): WebSocket | undefined {
    const socket = this.socket;
    if (socket !== undefined) socket.onopen = socket.onmessage = socket.onclose = null;
    this.socket = undefined;
    return socket;
  }
}
