import type { Session } from "@lianxin/api";
import { hasRole } from "../session/session";

export type PageName = "desk" | "calls" | "cases" | "messages" | "audit";

export interface PageEntry {
  name: PageName;
  path: string;
}

const PAGES: readonly (PageEntry & { roles?: readonly string[] })[] = [
  { name: "desk", path: "/" },
  { name: "calls", path: "/calls" },
  { name: "cases", path: "/cases" },
  { name: "messages", path: "/messages" },
  { name: "audit", path: "/audit", roles: ["administrator"] },
];

/** The pages that this person may open, in the order of the navigation. */
export function pagesOf(session: Session): PageEntry[] {
  return PAGES.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));
}
