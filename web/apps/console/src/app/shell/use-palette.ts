import { moment, useTranslation } from "@lianxin/i18n";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { masked } from "../../shared/formats/number";
import { type Binding, useAllKeys } from "../../shared/keys";
import { type Makeable, makingAt, mayMake } from "../../shared/makers";
import { hasRole, useSession } from "../../shared/session";
import { useCentreNames, useSearch } from "./data";
import { type PageName, pagesOf, readsCalls } from "./pages";
import { type PaletteItem, type Section, sectionsOf, telephoneIn } from "./palette-model";

const PAUSE = 250; // ms without a key before the server is asked

/** `value` once it has not changed for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** What may be made, the page on which it is, and the address of its form. */
const MADE: readonly [Makeable, PageName, string][] = [
  ["flows", "flows", makingAt("/flows")],
  ["lines", "lines", makingAt("/lines")],
  ["calendars", "lines", makingAt("/lines/calendars")],
  ["prompts", "prompts", makingAt("/prompts")],
  ["knowledge", "knowledge", makingAt("/knowledge")],
  ["polls", "polls", makingAt("/polls")],
  ["connections", "connections", makingAt("/connections")],
  ["centres", "centres", "/centres/+"],
];

/** 新建…: each thing that this person may make. */
function useMaking(): PaletteItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const pages = pagesOf(session).map(({ name }) => name);
  return MADE.filter(([what, page]) => pages.includes(page) && mayMake(session, what)).map(
    ([what, , path]) => ({
      key: `make-${what}`,
      kind: "act",
      label: t(`shell.make.${what}`),
      run: () => void navigate(path),
    }),
  );
}

/** The centres of the platform, for its operator: found by name, code or line, not listed before. */
function useCentreEntries(typed: string): PaletteItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const operates = hasRole(useSession(), "operator");
  const { data } = useCentreNames(operates);
  if (typed === "") return [];
  return (data?.items ?? []).map(({ code, name, lines }) => ({
    key: `centre-${code}`,
    kind: "go",
    label: name,
    also: [code, ...lines].join(" "),
    detail: t("shell.centres"),
    run: () => void navigate(`/centres/${code}`),
  }));
}

/** The caller with the number that is typed, for who may read calls: first of all. */
function useCaller(typed: string): PaletteItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const number = telephoneIn(typed);
  if (number === null || !readsCalls(session)) return [];
  const at = `/calls?${new URLSearchParams({ range: "any", q: number })}`;
  return [
    {
      key: "caller",
      kind: "caller",
      label: masked(number),
      detail: t("shell.theirCalls"),
      run: () => void navigate(at),
    },
  ];
}

/** Pages and the keys of the open page: there without any server. */
function useKnown(): PaletteItem[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const keys = useAllKeys();
  const pages = pagesOf(session).map<PaletteItem>(({ name, path }) => ({
    key: `go-${name}`,
    kind: "go",
    label: t(`shell.${name}`),
    run: () => void navigate(path),
  }));
  const acts = keys()
    .filter(({ combo }: Binding) => combo !== "Ctrl+K")
    .map<PaletteItem>(({ combo, label, run }) => ({
      key: `act-${combo}`,
      kind: "act",
      label,
      combo,
      run,
    }));
  return [...pages, ...acts];
}

/** What the server found, as entries that open it. */
function useFound(q: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const { zone } = session;
  const { data, isFetching, isError } = useSearch(q);
  // The API gives its titles to more people than have the page.
  const knows = pagesOf(session).some(({ name }) => name === "knowledge");
  const go = (path: string) => () => void navigate(path);
  const entries: PaletteItem[] = [
    ...(data?.cases ?? []).map<PaletteItem>(({ id, number, title, state }) => ({
      key: `case-${id}`,
      kind: "cases",
      label: title,
      detail: `${number} · ${t(`cases.state.${state}`)}`,
      run: go(`/cases/${id}`),
    })),
    ...(data?.calls ?? []).map<PaletteItem>(({ id, caller, line, started_at }) => ({
      key: `call-${id}`,
      kind: "calls",
      label: masked(caller),
      detail: `${moment(started_at, zone, Date.now())} · ${line}`,
      run: go(`/calls/${id}?range=any`),
    })),
    ...(data?.people ?? []).map<PaletteItem>(({ number, name }) => ({
      key: `person-${number}`,
      kind: "people",
      label: `${number} ${name}`,
      detail: t("shell.theirCalls"),
      run: go(`/calls?range=any&agent=${number}`),
    })),
    ...((knows && data?.knowledge) || []).map<PaletteItem>(({ code, title }) => ({
      key: `knowledge-${code}`,
      kind: "knowledge",
      label: title,
      detail: code,
      run: go(`/knowledge/${code}`),
    })),
  ];
  return { entries, isFetching, isError };
}

/** What this person can find, by the words of `shell.finds`. */
export function useFinds(): ("cases" | "calls" | "knowledge" | "centres")[] {
  const session = useSession();
  const pages = pagesOf(session).map(({ name }) => name);
  return (["cases", "calls", "knowledge", "centres"] as const).filter((name) =>
    pages.includes(name),
  );
}

/** Sections for what is typed, and how the search for it stands; `now`: it is asked for at once. */
export function usePalette(
  typed: string,
  acts: readonly PaletteItem[],
  now = false,
): {
  sections: Section[];
  state: "idle" | "searching" | "failed";
} {
  const wanted = typed.trim();
  const paused = usePaused(wanted);
  const asked = now ? wanted : paused;
  const { entries, isFetching, isError } = useFound(asked);
  const current = asked === wanted && asked.length >= 2;
  const known = [...useKnown(), ...useMaking(), ...useCentreEntries(wanted), ...acts];
  const found = [...useCaller(wanted), ...(current ? entries : [])];
  const sections = sectionsOf(known, found, wanted);
  const searching = wanted.length >= 2 && (!current || isFetching);
  if (searching) return { sections, state: "searching" };
  return { sections, state: current && isError ? "failed" : "idle" };
}
