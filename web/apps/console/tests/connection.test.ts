import type { Notice } from "@lianxin/api/live";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backoff, LiveConnection } from "../src/shared/live/connection";

class Socket {
  readyState = 1;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  constructor(readonly url: string) {}
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
  }
  hear(notice: object): void {
    this.onmessage?.({ data: JSON.stringify(notice) });
  }
}

const welcome = { type: "welcome", now: 0, resume: "token", role: "agent" };

function place(owner = "shifan.8001", kept = new Map<string, string>()) {
  const sockets: Socket[] = [];
  const heard: string[] = [];
  const ticket = vi.fn(async () => ({ ticket: `t${ticket.mock.calls.length}`, url: "ws://live" }));
  const connection = new LiveConnection(
    owner,
    {
      notice: (notice: Notice) => heard.push(notice.type),
      lost: () => heard.push("lost"),
      connecting: () => heard.push("connecting"),
    },
    {
      open: (url) => {
        const socket = new Socket(url);
        sockets.push(socket);
        return socket as unknown as WebSocket;
      },
      ticket,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      random: () => 0.5,
    },
  );
  const last = () => sockets.at(-1) as Socket;
  const opened = async () => {
    await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(0));
    last().onopen?.();
    return last();
  };
  return { connection, sockets, heard, ticket, kept, opened, last };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("LiveConnection", () => {
  it("says hello with a ticket first and with the resume token afterwards", async () => {
    const { connection, heard, ticket, opened, last, sockets } = place();
    connection.start();
    const socket = await opened();
    expect(socket.sent).toEqual([{ type: "hello", ticket: "t1" }]);
    expect(connection.send({ type: "ready" })).toBe(false);
    socket.hear(welcome);
    expect(connection.send({ type: "ready" })).toBe(true);
    socket.onclose?.();
    expect(connection.send({ type: "ready" })).toBe(false);
    await vi.advanceTimersByTimeAsync(301);
    expect(sockets).toHaveLength(2);
    last().onopen?.();
    expect(last().sent).toEqual([{ type: "hello", resume: "token" }]);
    expect(ticket).toHaveBeenCalledOnce();
    expect(heard).toEqual(["connecting", "welcome", "lost"]);
  });

  it("asks for a ticket again when the token is refused", async () => {
    const { connection, opened, last, ticket } = place();
    connection.start();
    (await opened()).hear(welcome);
    last().onclose?.();
    await vi.advanceTimersByTimeAsync(301);
    last().onopen?.();
    last().hear({ type: "refused", command: "hello", code: "live.ticket_expired" });
    last().onclose?.();
    await vi.advanceTimersByTimeAsync(301);
    last().onopen?.();
    expect(last().sent).toEqual([{ type: "hello", ticket: "t2" }]);
    expect(ticket).toHaveBeenCalledTimes(2);
  });

  it("does not use the token of somebody else who sat here", async () => {
    const first = place();
    first.connection.start();
    (await first.opened()).hear(welcome);
    const second = place("shifan.8002", first.kept);
    second.connection.start();
    expect((await second.opened()).sent).toEqual([{ type: "hello", ticket: "t1" }]);
  });

  it("stays quiet after it was replaced", async () => {
    const { connection, opened, last, sockets, heard } = place();
    connection.start();
    (await opened()).hear(welcome);
    last().hear({ type: "replaced" });
    last().onclose?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(heard.at(-1)).toBe("replaced");
  });

  it("keeps trying while no ticket can be had", async () => {
    const { connection, ticket, sockets } = place();
    ticket.mockRejectedValueOnce(new Error("web is away"));
    connection.start();
    await vi.advanceTimersByTimeAsync(400);
    expect(ticket).toHaveBeenCalledTimes(2);
    expect(sockets).toHaveLength(1);
  });
});

describe("backoff", () => {
  it("doubles from 0.3 s to 2 s", () => {
    expect([0, 1, 2, 3, 9].map((attempt) => backoff(attempt, 0.5))).toEqual([
      300, 600, 1200, 2000, 2000,
    ]);
  });

  it("spreads pages by a fifth either way", () => {
    expect([backoff(0, 0), backoff(0, 1)].map(Math.round)).toEqual([240, 360]);
  });
});
