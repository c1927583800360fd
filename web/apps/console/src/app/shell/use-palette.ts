import { moment, useTranslation } from "@lianxin/i18n";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { masked } from "../../shared/formats/number";
import { type Binding, useAllKeys } from "../../shared/keys";
import { useSession } from "../../shared/session";
import { useSearch } from "./data";
import { pagesOf } from "./pages";
import { type PaletteItem, type Section, sectionsOf } from "./palette-model";

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
  const { zone } = useSession();
  const { data, isFetching, isError } = useSearch(q);
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
    ...(data?.knowledge ?? []).map<PaletteItem>(({ code, title }) => ({
      key: `knowledge-${code}`,
      kind: "knowledge",
      label: title,
      detail: code,
      run: go(`/knowledge/${code}`),
    })),
  ];
  return { entries, isFetching, isError };
}

/** Sections for what is typed, and how the search for it stands; `now`: it is asked for at once. */
export function usePalette(
  typed: string,
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
  const sections = sectionsOf(useKnown(), current ? entries : [], wanted);
  const searching = wanted.length >= 2 && (!current || isFetching);
  if (searching) return { sections, state: "searching" };
  return { sections, state: current && isError ? "failed" : "idle" };
}
