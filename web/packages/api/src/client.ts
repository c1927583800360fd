import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./schema";

/** An answer of the API that is not a success. `code` is stable, `message` is for people. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What the page tells the client about itself. */
export interface Manner {
  language: () => string;
  networkDown: () => string;
  unexpected: (status: number) => string;
  /** Whose page it is, `<centre>.<工号>`: the cookie may be another's by now. "" before sign-in. */
  owner: () => string;
  /** Seconds since the person last did something at this page. */
  idle?: () => number;
  /** The session is over, for the reason of this code: somebody must sign in again. */
  signedOut: (code: string) => void;
  /** Nothing else may be done before the person has set up a second factor. */
  factorDue?: () => void;
}

let manner: Manner = {
  language: () => "zh-CN",
  networkDown: () => "network",
  unexpected: (status) => `HTTP ${status}`,
  owner: () => "",
  signedOut: () => undefined,
};

export function configureApi(next: Manner): void {
  manner = next;
}

/** The token that every write sends back; the server gave it as a cookie. */
function csrfToken(): string {
  return /(?:^|; )lianxin_csrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

async function failure(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: Partial<ApiError> } | null)?.error;
  return new ApiError(
    error?.code ?? "unexpected",
    error?.message ?? manner.unexpected(response.status),
    response.status,
    error?.details,
  );
}

const habits: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", manner.language());
    if (manner.owner() !== "") request.headers.set("X-Lianxin-Owner", manner.owner());
    if (manner.idle !== undefined) request.headers.set("X-Lianxin-Idle", String(manner.idle()));
    if (request.method !== "GET") request.headers.set("X-CSRFToken", csrfToken());
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    const error = await failure(response);
    if (response.status === 401 && schemaPath !== "/api/session") manner.signedOut(error.code);
    if (error.code === "session.factor_due") manner.factorDue?.();
    throw error;
  },
  onError() {
    return new ApiError("network", manner.networkDown(), 0);
  },
};

export const api = createClient<paths>({ baseUrl: "/", credentials: "same-origin" });
api.use(habits);

/** The data of a successful answer; failures were thrown as `ApiError`. */
export async function unwrap<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}
