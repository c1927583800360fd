import { connections, faxes, knowledge, notices, polls, surveys } from "./asked";
import { common, login, phone, shell } from "./common";
import { desk } from "./desk";
import { flows } from "./flows";
import { calendars, centres, lines } from "./lines";
import { prompts } from "./prompts";
import { calls, cases, messages, reading } from "./records";
import { alarms, audit } from "./trail";

export const zh = {
  common,
  login,
  shell,
  phone,
  desk,
  cases,
  calls,
  messages,
  audit,
  alarms,
  reading,
  prompts,
  flows,
  lines,
  calendars,
  centres,
  connections,
  polls,
  surveys,
  knowledge,
  notices,
  faxes,
} as const;
