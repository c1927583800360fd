/** Where the navigation leads, and what it shows as waiting. Pure. */
import { type Group, type GroupName, liesOn, type PageEntry, type PageName } from "./pages";

/** The page of each group that was open last. */
export type Memory = Partial<Record<GroupName, PageName>>;

/** How many wait on a page. */
export type Waiting = Partial<Record<PageName, number>>;

/** The page on which `pathname` lies. */
export function pageAt(groups: readonly Group[], pathname: string): PageEntry | undefined {
  return groups.flatMap(({ pages }) => pages).find((page) => liesOn(pathname, page));
}

export function groupOf(groups: readonly Group[], page: PageEntry | undefined): Group | undefined {
  return groups.find(({ pages }) => pages.some(({ name }) => name === page?.name));
}

/** Where a group leads: to its page that was open last, else to the first. */
export function targetOf({ name, pages }: Group, memory: Memory): PageEntry {
  const last = pages.find((page) => page.name === memory[name]);
  return last ?? (pages[0] as PageEntry);
}

/** All that waits on these pages. */
export function sumOf(pages: readonly PageEntry[], waiting: Waiting): number {
  return pages.reduce((sum, { name }) => sum + (waiting[name] ?? 0), 0);
}

/** What a badge has room for. */
export function badgeText(count: number): string {
  return count > 99 ? "99+" : String(count);
}

const key = (owner: string) => `lianxin.rail.${owner}`;

/** What was kept for `owner`; nothing when that cannot be read. */
export function readMemory(storage: Pick<Storage, "getItem">, owner: string): Memory {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key(owner)) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Memory) : {};
  } catch {
    return {};
  }
}

/** Keep that `page` of `group` was open; a full storage forgets it. */
export function remember(
  storage: Pick<Storage, "getItem" | "setItem">,
  owner: string,
  group: GroupName,
  page: PageName,
): Memory {
  const memory = { ...readMemory(storage, owner), [group]: page };
  try {
    storage.setItem(key(owner), JSON.stringify(memory));
  } catch {
    // What is remembered is a comfort; the navigation works without it.
  }
  return memory;
}
