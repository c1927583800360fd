import { agents } from "../../features/agents/locales/en";
import { alarms } from "../../features/alarms/locales/en";
import { audit } from "../../features/audit/locales/en";
import { calendars } from "../../features/calendars/locales/en";
import { calls } from "../../features/calls/locales/en";
import { cases } from "../../features/cases/locales/en";
import { centres } from "../../features/centres/locales/en";
import { connections } from "../../features/connections/locales/en";
import { desk } from "../../features/desk/locales/en";
import { dispositions } from "../../features/dispositions/locales/en";
import { faxes } from "../../features/faxes/locales/en";
import { flows } from "../../features/flows/locales/en";
import { knowledge } from "../../features/knowledge/locales/en";
import { lines } from "../../features/lines/locales/en";
import { messages } from "../../features/messages/locales/en";
import { notices } from "../../features/notices/locales/en";
import { people } from "../../features/people/locales/en";
import { phone } from "../../features/phone/locales/en";
import { polls } from "../../features/polls/locales/en";
import { prompts } from "../../features/prompts/locales/en";
import { queues } from "../../features/queues/locales/en";
import { security } from "../../features/security/locales/en";
import { surveys } from "../../features/surveys/locales/en";
import { common, reading } from "../../shared/locales/en";
import type { Shape } from "../../shared/locales/shape";
import { login } from "../session/locales/en";
import { shell } from "../shell/locales/en";
import type { zh } from "./zh";

/** The same in English. */
export const en: Shape<typeof zh> = {
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
  queues,
  dispositions,
  flows,
  lines,
  calendars,
  people,
  centres,
  connections,
  polls,
  surveys,
  security,
  agents,
  knowledge,
  notices,
  faxes,
};
