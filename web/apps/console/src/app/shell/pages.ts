import type { Session } from "@lianxin/api";

type PageName =
  | "desk"
  | "calls"
  | "cases"
  | "messages"
  | "flows"
  | "lines"
  | "prompts"
  | "audit"
  | "alarms"
  | "centres"
  | "knowledge"
  | "polls"
  | "surveys"
  | "notices"
  | "connections";

export interface PageEntry {
  name: PageName;
  path: string;
}

/** Who works on cases: takes calls, leads those who do, or reads the mayor's mailbox. */
const CASE_WORK = ["agent", "supervisor", "mailbox"];

/** Whoever has to do with calls: all but those who only draw flows or run the platform. */
const CALL_READERS = ["agent", "supervisor", "administrator", "mailbox"];

/**
 * `needs`: any one of these roles or rights; `uses`: a function that must be on at the centre.
 * The server checks both again.
 */
const PAGES: readonly (PageEntry & { needs?: readonly string[]; uses?: string })[] = [
  { name: "desk", path: "/", needs: CASE_WORK },
  { name: "calls", path: "/calls", needs: CALL_READERS },
  { name: "cases", path: "/cases", needs: CASE_WORK },
  { name: "messages", path: "/messages", needs: CALL_READERS },
  { name: "flows", path: "/flows", needs: ["flow_editor", "administrator", "supervisor"] },
  { name: "lines", path: "/lines", needs: ["administrator", "supervisor", "flow_editor"] },
  {
    name: "prompts",
    path: "/prompts",
    needs: ["flow_editor", "administrator", "supervisor"],
  },
  {
    name: "knowledge",
    path: "/knowledge",
    needs: [...CASE_WORK, "administrator", "flow_editor", "knowledge_editor"],
    uses: "knowledge",
  },
  {
    name: "polls",
    path: "/polls",
    needs: ["supervisor", "administrator", "flow_editor"],
    uses: "polls",
  },
  { name: "surveys", path: "/surveys", needs: ["supervisor"], uses: "surveys" },
  { name: "notices", path: "/notices", needs: ["supervisor", "administrator"] },
  {
    name: "connections",
    path: "/connections",
    needs: ["administrator"],
    uses: "look_ups",
  },
  { name: "audit", path: "/audit", needs: ["administrator"] },
  { name: "alarms", path: "/alarms", needs: ["administrator"] },
  { name: "centres", path: "/centres", needs: ["operator"] },
];

/** Whether the centre's calls, and what waits, concern this person. */
export function readsCalls({ roles, rights }: Session): boolean {
  return [...roles, ...rights].some((held) => CALL_READERS.includes(held));
}

/** The pages that this person may open, in the order of the navigation. */
export function pagesOf(session: Session): PageEntry[] {
  const held = [...session.roles, ...session.rights];
  return PAGES.filter(
    ({ needs, uses }) =>
      (needs?.some((need) => held.includes(need)) ?? true) &&
      (uses === undefined || session.functions.includes(uses)),
  );
}
