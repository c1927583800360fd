import type { Shape } from "../../../shared/locales/shape";
import type { queues as zh } from "./zh";

export const queues: Shape<typeof zh> = {
  title: "Queues",
  list: "List of queues",
  empty: "No queues yet",
  emptyHint: "A centre is made with its first queue; ask the platform's operator.",
  saved: "Queue “{{name}}” saved; it holds from the next call that rings",
  nobody: "nobody",
  untilReady: "until ready",
  seconds: "{{seconds}} s",
  ringHint: "When the agent has not answered by then, the caller is back at their old place.",
  wrapUpHint: "Time for the agent to finish the case after a call; 0: until the agent is ready.",
  cutHint: "With F2 again the agent speaks at once; the rest of the announcement is not heard.",
  members: "Agents who serve it",
  membersHint:
    "It holds at once: who is added is offered callers who wait already; who is taken out finishes their call.",
  membersSaved: "Agents of the queue “{{name}}” saved",
  announcement: { none: "none", whole: "to its end", cut: "agents may cut it" },
  field: {
    name: "Name",
    agents: "Agents",
    announcement: "Agent number",
    ring: "Rings for",
    wrapUp: "Wrap-up",
    announce: "Tell callers the agent number before they talk",
    cut: "Agents may cut the announcement",
  },
};
