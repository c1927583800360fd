import type { Session } from "@lianxin/api";

export type PageName =
  | "desk"
  | "calls"
  | "cases"
  | "messages"
  | "flows"
  | "lines"
  | "prompts"
  | "audit"
  | "people"
  | "alarms"
  | "agents"
  | "centres"
  | "knowledge"
  | "polls"
  | "surveys"
  | "notices"
  | "connections"
  | "dispositions";

type Act = Session["acts"][number];

/** What people come to do. */
export type GroupName =
  | "intake"
  | "lead"
  | "casework"
  | "knowing"
  | "automation"
  | "figures"
  | "system";

export interface PageEntry {
  name: PageName;
  path: string;
}

export interface Group {
  name: GroupName;
  pages: readonly PageEntry[];
}

/** Who works on cases: takes calls, leads those who do, or reads the mayor's mailbox. */
const CASE_WORK = ["agent", "supervisor", "mailbox"];

/** Whoever has to do with calls: all but those who only draw flows or run the platform. */
const CALL_READERS = ["agent", "supervisor", "administrator", "mailbox"];

/** Who keeps accounts, gives rights, and reads what both did. */
const ADMINISTRATORS = ["administrator", "security_administrator", "audit_administrator"];

/** Who builds what callers hear. */
const AUTOMATION = ["flow_editor", "administrator", "supervisor"];

/**
 * `needs`: any one of these roles or rights; `uses`: a function that must be on at the centre;
 * `acts`: what one must be able to do to accounts, which the centre's rules say beside the roles;
 * `wider`: the server shows it, or a part of it, to more people than go there.
 */
type Guarded = PageEntry & { needs: readonly string[]; uses?: string; acts?: Act; wider?: true };

/** The navigation, in its order. The server checks rights and functions again. */
const GROUPS: readonly { name: GroupName; pages: readonly Guarded[] }[] = [
  {
    name: "intake",
    pages: [
      { name: "desk", path: "/", needs: CASE_WORK },
      { name: "calls", path: "/calls", needs: CALL_READERS },
      { name: "messages", path: "/messages", needs: CALL_READERS },
    ],
  },
  {
    name: "lead",
    pages: [
      { name: "agents", path: "/agents", needs: ["supervisor", "administrator"] },
      {
        name: "notices",
        path: "/notices",
        needs: ["supervisor", "administrator"],
        wider: true,
      },
    ],
  },
  { name: "casework", pages: [{ name: "cases", path: "/cases", needs: CASE_WORK }] },
  {
    name: "knowing",
    pages: [
      {
        name: "knowledge",
        path: "/knowledge",
        needs: [...CASE_WORK, "administrator", "flow_editor", "knowledge_editor"],
        uses: "knowledge",
        wider: true,
      },
    ],
  },
  {
    name: "automation",
    pages: [
      { name: "flows", path: "/flows", needs: AUTOMATION },
      { name: "lines", path: "/lines", needs: AUTOMATION },
      { name: "prompts", path: "/prompts", needs: AUTOMATION },
    ],
  },
  {
    name: "figures",
    pages: [
      { name: "polls", path: "/polls", needs: AUTOMATION, uses: "polls" },
      { name: "surveys", path: "/surveys", needs: ["supervisor"], uses: "surveys" },
    ],
  },
  {
    name: "system",
    pages: [
      { name: "alarms", path: "/alarms", needs: ["administrator"] },
      { name: "people", path: "/people", needs: ADMINISTRATORS, acts: "list" },
      { name: "audit", path: "/audit", needs: ADMINISTRATORS, acts: "read_trail" },
      { name: "connections", path: "/connections", needs: ["administrator"], uses: "look_ups" },
      { name: "dispositions", path: "/dispositions", needs: ["administrator"] },
      { name: "centres", path: "/centres", needs: ["operator"] },
    ],
  },
];

/** Whether the centre's calls, and what waits, concern this person. */
export function readsCalls({ roles, rights }: Session): boolean {
  return [...roles, ...rights].some((held) => CALL_READERS.includes(held));
}

const PAGES = GROUPS.flatMap(({ pages }) => pages);

/** Whether `pathname` lies on a page: `/calls/42` is one of `/calls`. */
export function liesOn(pathname: string, { path }: PageEntry): boolean {
  return pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
}

function guardedAt(pathname: string): Guarded | undefined {
  return PAGES.find((page) => liesOn(pathname, page));
}

/** The page on which `pathname` lies, whoever may open it. */
export function pageOf(pathname: string): PageName | undefined {
  return guardedAt(pathname)?.name;
}

function isFor({ roles, rights, acts }: Session, page: Guarded): boolean {
  const held = [...roles, ...rights];
  return (
    page.needs.some((need) => held.includes(need)) &&
    (page.acts === undefined || acts.includes(page.acts))
  );
}

/** Why the server will refuse the page at `pathname`, as far as the session says. */
export function refusalAt(session: Session, pathname: string): "forbidden" | "off" | null {
  const page = guardedAt(pathname);
  // At `/` everybody is led to what is theirs, and a path is for those who read flows.
  if (page === undefined || page.path === "/" || pathname.endsWith("/trace")) return null;
  const { uses, wider } = page;
  if (!wider && !isFor(session, page)) return "forbidden";
  return uses !== undefined && !session.functions.includes(uses) ? "off" : null;
}

/** The groups in which this person may open a page, with these pages only. */
export function groupsOf(session: Session): Group[] {
  const may = (page: Guarded) =>
    isFor(session, page) && (page.uses === undefined || session.functions.includes(page.uses));
  return GROUPS.map(({ name, pages }) => ({ name, pages: pages.filter(may) })).filter(
    ({ pages }) => pages.length > 0,
  );
}

/** The pages that this person may open, in the order of the navigation. */
export function pagesOf(session: Session): PageEntry[] {
  return groupsOf(session).flatMap(({ pages }) => pages);
}

/** Where people's own work is; who has none of it begins with the first page that they have. */
const HOMES: readonly PageName[] = ["desk", "calls", "flows", "knowledge"];

/** The page on which this person begins, if there is any for them. */
export function homeOf(session: Session): PageEntry | undefined {
  const pages = pagesOf(session);
  const own = HOMES.map((name) => pages.find((page) => page.name === name));
  return own.find((page) => page !== undefined) ?? pages[0];
}
