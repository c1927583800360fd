/**
 * The only place where colours are written. Colour means state: ready, talk (ringing or in talk),
 * hold (held, wrap-up, nearly due), failed (overdue or failed) and off (closed, offline).
 * Everything else is neutral.
 */
export type Mode = "light" | "dark";

export interface Tokens {
  page: string; // behind everything
  surface: string; // panels, tables, inputs
  raised: string; // menus, dialogs
  sunken: string; // table heads, quiet strips
  hover: string;
  selected: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  action: string; // the one main button of a page
  actionHover: string;
  onAction: string;
  focus: string;
  ready: string;
  readySoft: string;
  talk: string;
  talkSoft: string;
  onTalk: string;
  hold: string;
  holdSoft: string;
  failed: string;
  failedSoft: string;
  off: string;
  offSoft: string;
  shadow: string;
}

const light: Tokens = {
  page: "#eef0f3",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f6f7f9",
  hover: "#f2f4f7",
  selected: "#e8ebf0",
  line: "#dde1e7",
  lineStrong: "#b7bec9",
  ink: "#1b2330",
  inkSoft: "#4c5768",
  inkFaint: "#5d6779",
  action: "#243042",
  actionHover: "#374760",
  onAction: "#ffffff",
  focus: "#1b2330",
  ready: "#15723f",
  readySoft: "#e3f4ea",
  talk: "#1763c6",
  talkSoft: "#e5effb",
  onTalk: "#ffffff",
  hold: "#9a5b00",
  holdSoft: "#fdf1da",
  failed: "#c0271c",
  failedSoft: "#fdeae8",
  off: "#667085",
  offSoft: "#eceef2",
  shadow: "rgba(20, 28, 40, 0.16)",
};

const dark: Tokens = {
  page: "#101419",
  surface: "#181d24",
  raised: "#202630",
  sunken: "#141920",
  hover: "#212833",
  selected: "#2a3340",
  line: "#2c343f",
  lineStrong: "#4b5666",
  ink: "#e8ecf2",
  inkSoft: "#b3bdcb",
  inkFaint: "#98a3b3",
  action: "#dfe5ee",
  actionHover: "#ffffff",
  onAction: "#141920",
  focus: "#e8ecf2",
  ready: "#4fc98a",
  readySoft: "#15332a",
  talk: "#6aa9f7",
  talkSoft: "#16304f",
  onTalk: "#0c1a2b",
  hold: "#e9ae4c",
  holdSoft: "#3a2c12",
  failed: "#f4837a",
  failedSoft: "#431d1b",
  off: "#8d98a8",
  offSoft: "#252c36",
  shadow: "rgba(0, 0, 0, 0.5)",
};

export const TOKENS: Record<Mode, Tokens> = { light, dark };

/** `inkSoft` becomes `--lx-ink-soft`. */
function variable(name: string): string {
  return `--lx-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Write the tokens of `mode` on the document, where every style sheet finds them. */
export function applyTokens(mode: Mode): void {
  const root = document.documentElement;
  root.dataset.theme = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(TOKENS[mode])) {
    root.style.setProperty(variable(name), value);
  }
}
