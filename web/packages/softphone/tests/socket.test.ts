import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerWithin, WatchedSocket } from "../src/socket";

class FakeWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static last: FakeWebSocket;
  readyState = FakeWebSocket.CONNECTING;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { wasClean: boolean; code: number; reason: string }) => void) | null = null;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeWebSocket.last = this;
  }
  open() {
    this.readyState = FakeWebSocket.OPEN;
    this.onopen?.();
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.readyState = 3;
  }
}

const request = (method: string, callId: string) =>
  `${method} sip:x SIP/2.0\r\nCall-ID: ${callId}\r\n`;
let socket: WatchedSocket;
let lost: ReturnType<typeof vi.fn>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeWebSocket);
  socket = new WatchedSocket("ws://127.0.0.1:1234/ws");
  lost = vi.fn();
  socket.ondisconnect = lost as typeof socket.ondisconnect;
  socket.connect();
  FakeWebSocket.last.open();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the socket", () => {
  it("speaks SIP to the address it was given", () => {
    expect(FakeWebSocket.last).toMatchObject({ url: "ws://127.0.0.1:1234/ws", protocol: "sip" });
    expect(socket.sip_uri).toBe("sip:127.0.0.1:1234;transport=ws");
  });

  it("finds out that nobody answers any more", () => {
    socket.send(request("REGISTER", "a"));
    vi.advanceTimersByTime(answerWithin);
    expect(lost).toHaveBeenCalledOnce();
    expect(socket.isConnected()).toBe(false);
  });

  it("is content with any answer", () => {
    socket.send(request("REGISTER", "a"));
    FakeWebSocket.last.onmessage?.({ data: "SIP/2.0 200 OK" });
    vi.advanceTimersByTime(2 * answerWithin);
    expect(lost).not.toHaveBeenCalled();
  });

  it.each([request("ACK", "a"), "SIP/2.0 200 OK\r\nCall-ID: a\r\n", "\r\n", "\r\n\r\n"])(
    "expects none to %j",
    (text) => {
      socket.send(text);
      vi.advanceTimersByTime(2 * answerWithin);
      expect(lost).not.toHaveBeenCalled();
    },
  );

  it("stays connected through ten minutes of the exchange's keep-alives", () => {
    // JsSIP answers each at once; the exchange has nothing to say to that.
    socket.ondata = ((data: unknown) => {
      if (data === "\r\n\r\n") socket.send("\r\n");
    }) as typeof socket.ondata;
    for (let seconds = 0; seconds < 600; seconds += 30) {
      FakeWebSocket.last.onmessage?.({ data: "\r\n\r\n" });
      vi.advanceTimersByTime(30_000);
    }
    expect(lost).not.toHaveBeenCalled();
    expect(FakeWebSocket.last.sent).toHaveLength(20);
    socket.send(request("REGISTER", "a")); // and is still watched
    vi.advanceTimersByTime(answerWithin);
    expect(lost).toHaveBeenCalledOnce();
  });

  it("says nothing more about a call that was left, but goes on about others", () => {
    socket.leave("a");
    expect(socket.send(request("BYE", "a"))).toBe(true);
    socket.send(request("BYE", "b"));
    expect(FakeWebSocket.last.sent).toEqual([request("BYE", "b")]);
  });

  it("hears nothing of a connection that it gave up", () => {
    const old = FakeWebSocket.last;
    socket.disconnect();
    old.onclose?.({ wasClean: true, code: 1000, reason: "" });
    expect(lost).not.toHaveBeenCalled();
  });
});
