/** A person's place with a socket and a telephone that the test holds in its hands. */
import type { AgentView, CallView, Command, Notice, Welcome } from "@lianxin/api/live";
import type { Softphone, SoftphoneOptions, SoftphoneState } from "@lianxin/softphone";
import { act } from "@testing-library/react";
import { Workplace } from "../src/shared/live/workplace";

export const AGENT: AgentView = {
  person: 1,
  number: "8001",
  name: "李示范",
  state: "ready",
  reason: "",
  since: 1000,
};

export const RINGING: CallView = {
  id: "c1",
  phase: "ringing",
  caller: "13800000001",
  line: "12345",
  line_name: "示范市",
  keys: "1",
  way: [],
  node_names: {},
  source: "carrier",
  started_at: 900,
  queued_at: 950,
  answered_at: null,
  held_since: null,
  recording: false,
  participants: [],
};

export const WELCOME: Welcome = {
  type: "welcome",
  role: "agent",
  now: 1000,
  resume: "r",
  sip: null,
  agent: AGENT,
  calls: [],
  floor: null,
};

class Telephone {
  state: SoftphoneState = {
    registration: "registered",
    session: "none",
    microphone: "granted",
    muted: false,
  };
  answered = 0;
  constructor(private readonly options: SoftphoneOptions) {}

  becomes(session: SoftphoneState["session"]): void {
    this.state = { ...this.state, session };
    this.options.onChange(this.state);
  }

  answer = async (): Promise<void> => {
    this.answered += 1;
  };
  connect = () => undefined;
  hangUp = () => undefined;
  expectAttach = () => undefined;
  stop = () => undefined;
}

/** The workplace of 8001, greeted and ready; `tell` is what the switchboard says to its page. */
export async function workplaceOf() {
  const said: Command[] = [];
  const ends = {
    send: (text: string) => void said.push(JSON.parse(text) as Command),
    close: () => undefined,
    readyState: 1,
    onopen: () => undefined,
    onmessage: (_: { data: string }) => undefined,
    onclose: () => undefined,
  };
  let telephone: Telephone | undefined;
  const kept = new Map<string, string>();
  const workplace = new Workplace(
    "shifan.8001",
    {
      open: () => ends as unknown as WebSocket,
      ticket: async () => ({ ticket: "t", url: "ws://live" }),
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      random: () => 0.5,
    },
    (options) => {
      telephone = new Telephone(options);
      return telephone as unknown as Softphone;
    },
    () => undefined,
  );
  const tell = (...notices: Notice[]) =>
    act(() => {
      for (const notice of notices) ends.onmessage({ data: JSON.stringify(notice) });
    });
  workplace.start();
  await Promise.resolve();
  await Promise.resolve();
  tell({ ...WELCOME, now: Date.now() });
  if (telephone === undefined) throw new Error("the workplace has no telephone");
  const phone: Telephone = telephone;
  return {
    workplace,
    said,
    tell,
    phone: {
      ...phone,
      becomes: (session: SoftphoneState["session"]) => act(() => phone.becomes(session)),
    },
    answered: () => phone.answered,
  };
}
