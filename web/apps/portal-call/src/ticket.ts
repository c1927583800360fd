import type { Notice, SipAccount } from "@lianxin/api/live";
import type { Problem } from "./texts";

export class CallProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

interface Ticket {
  readonly ticket: string;
  /** Address of the live socket. */
  readonly url: string;
  readonly number: string;
}

/** A telephone for one call; `close` gives it back. */
export interface Telephone {
  readonly account: SipAccount;
  readonly number: string;
  close(): void;
}

/** Milliseconds for the switchboard to answer our greeting. */
const welcomeWithin = 8000;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** What a refusal of the ticket means. `retryAfter` is the header's value. */
export function problemOfRefusal(
  status: number,
  retryAfter: string | null,
  body: unknown,
): Problem {
  const { code } = record(record(body).error);
  if (code === "portal.bad_phone") return { code: "ticket.bad_phone" };
  if (status !== 429) return { code: status >= 500 ? "socket.unreachable" : "ticket.refused" };
  const named = retryAfter ?? record(record(record(body).error).details).retry_after;
  const seconds = Math.ceil(Number(named ?? Number.NaN));
  return seconds > 0 ? { code: "ticket.limited", retryAfter: seconds } : { code: "ticket.limited" };
}

/** What the server is asked with: the citizen's own number, where they gave one. */
interface TicketRequest {
  readonly url: string;
  readonly csrf: string;
  readonly phone: string;
}

async function askForTicket(
  { url, csrf, phone }: TicketRequest,
  signal: AbortSignal,
): Promise<Ticket> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "X-CSRFToken": csrf, Accept: "application/json" },
      body: new URLSearchParams({ phone }),
      signal,
    });
  } catch {
    throw new CallProblem({ code: "network" });
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    throw new CallProblem(
      problemOfRefusal(response.status, response.headers.get("Retry-After"), body),
    );
  }
  return body as Ticket;
}

/** Ask the web server for a ticket and the switchboard for a telephone. Throws `CallProblem`. */
export async function openTelephone(
  request: TicketRequest,
  signal: AbortSignal,
): Promise<Telephone> {
  const { ticket, url, number } = await askForTicket(request, signal);
  const socket = new WebSocket(url);
  const close = () => socket.close();
  signal.addEventListener("abort", close, { once: true });
  return new Promise((resolve, reject) => {
    const fail = (code: Problem["code"]) => {
      clearTimeout(timer);
      reject(new CallProblem({ code }));
      close();
    };
    const timer = setTimeout(() => fail("socket.unreachable"), welcomeWithin);
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", ticket }));
    socket.onclose = () => fail("socket.unreachable");
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const notice = JSON.parse(data) as Notice;
      if (notice.type === "refused") return fail("ticket.refused");
      if (notice.type !== "welcome") return;
      if (notice.sip === null) return fail("call.unavailable"); // the exchange is away
      clearTimeout(timer);
      resolve({ account: notice.sip, number, close });
    };
  });
}
