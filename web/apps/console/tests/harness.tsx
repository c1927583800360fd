import type { Session } from "@lianxin/api";
import openapi from "@lianxin/api/openapi.json";
import { startI18n } from "@lianxin/i18n";
import { ThemeProvider } from "@lianxin/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, expect } from "vitest";
import { en } from "../src/app/locales/en";
import { zh } from "../src/app/locales/zh";
import { consoleQueryClient } from "../src/shared/data/query-client";
import { SessionContext } from "../src/shared/session";
import { formOf, network } from "./browser";

startI18n({ zh, en });
afterEach(cleanup);
afterEach(() => sessionStorage.clear());

const ANSWERS = import.meta.glob("./answers/*.json", { eager: true, import: "default" });

/** A recorded answer of the API; server/tests/apps/test_console_answers.py keeps them true. */
export function answerOf<T>(name: string): T {
  return structuredClone(ANSWERS[`./answers/${name}.json`]) as T;
}

export interface Sent {
  method: string;
  path: string;
  body: unknown;
}

type Reply = { status?: number; body: unknown };

/** The API as the page meets it: reads are answered by path, writes are kept and answered by `reply`. */
export function listen(
  reads: Record<string, unknown>,
  reply: (sent: Sent) => Reply = () => ({ body: {} }),
): Sent[] {
  const sent: Sent[] = [];
  const json = ({ status = 200, body }: Reply) => Promise.resolve(Response.json(body, { status }));
  network.answer = async (request) => {
    const { method } = request;
    const path = new URL(request.url).pathname;
    if (method === "GET") {
      if (path in reads) return json({ body: reads[path] });
      return json({
        status: 404,
        body: { error: { code: "request.unknown_path", message: path } },
      });
    }
    const text = await request.text();
    const body = formOf(request) ?? (text === "" ? null : (JSON.parse(text) as unknown));
    const one = { method, path, body };
    sent.push(one);
    return json(reply(one));
  };
  return sent;
}

/** jsdom draws nothing, but asks every rule of antd's about every element that a role is looked for. */
const UNDRAWN = { zeroRuntime: true };

/**
 * Show a part of the console to the administrator of the made-up city; `styled` where a test needs
 * to know what antd's styles hide (the tab key passes over it); `at` another address, or to others
 * by their `session`.
 */
export function show(
  element: ReactNode,
  { styled = false, at = "/", session = answerOf<Session>("session") } = {},
): void {
  const client = consoleQueryClient({ retry: false });
  render(
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <ConfigProvider theme={styled ? {} : UNDRAWN}>
          <SessionContext value={session}>
            <MemoryRouter initialEntries={[at]}>{element}</MemoryRouter>
          </SessionContext>
        </ConfigProvider>
      </ThemeProvider>
    </QueryClientProvider>,
  );
}

/** The question that is asked before something is done; antd gives all dialogs one id in tests. */
export async function confirmation(question: string): Promise<HTMLElement> {
  const title = await screen.findByText(question, { selector: ".ant-modal-title" });
  return title.closest('[role="dialog"]') as HTMLElement;
}

/** What the API answers when something is wrong with these fields of what was sent. */
export function refused(code: string, message: string, ...fields: string[]): () => Reply {
  const named = fields.map((field) => ({ field, type: code, limits: {} }));
  const error = { code, message, details: { fields: named } };
  return () => ({ status: 422, body: { error } });
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(openapi, "api");

type Operation = {
  requestBody?: {
    content: {
      "application/json"?: { schema: { $ref: string } };
      "multipart/form-data"?: { schema: object };
    };
  };
};

function bodySchema({ method, path }: Sent): object {
  for (const [template, operations] of Object.entries(openapi.paths)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
    const operation = (operations as Record<string, Operation>)[method.toLowerCase()];
    const content = operation?.requestBody?.content;
    if (content === undefined || !pattern.test(path)) continue;
    const { "application/json": json, "multipart/form-data": form } = content;
    if (json !== undefined) return { $ref: `api${json.schema.$ref}` };
    if (form !== undefined) return form.schema;
  }
  throw new Error(`the API takes no body at ${method} ${path}`);
}

/** The one write that was sent; its body is what the API takes there. */
export function accepted(sent: readonly Sent[]): Sent {
  expect(sent).toHaveLength(1);
  const [one] = sent as [Sent];
  const valid = ajv.compile(bodySchema(one));
  valid(one.body);
  expect(valid.errors ?? []).toEqual([]);
  return one;
}
