import { agents } from "../../features/agents/locales/zh";
import { alarms } from "../../features/alarms/locales/zh";
import { audit } from "../../features/audit/locales/zh";
import { calendars } from "../../features/calendars/locales/zh";
import { calls } from "../../features/calls/locales/zh";
import { cases } from "../../features/cases/locales/zh";
import { centres } from "../../features/centres/locales/zh";
import { connections } from "../../features/connections/locales/zh";
import { desk } from "../../features/desk/locales/zh";
import { dispositions } from "../../features/dispositions/locales/zh";
import { faxes } from "../../features/faxes/locales/zh";
import { flows } from "../../features/flows/locales/zh";
import { knowledge } from "../../features/knowledge/locales/zh";
import { lines } from "../../features/lines/locales/zh";
import { messages } from "../../features/messages/locales/zh";
import { notices } from "../../features/notices/locales/zh";
import { people } from "../../features/people/locales/zh";
import { phone } from "../../features/phone/locales/zh";
import { polls } from "../../features/polls/locales/zh";
import { prompts } from "../../features/prompts/locales/zh";
import { queues } from "../../features/queues/locales/zh";
import { security } from "../../features/security/locales/zh";
import { surveys } from "../../features/surveys/locales/zh";
import { common, reading } from "../../shared/locales/zh";
import { login } from "../session/locales/zh";
import { shell } from "../shell/locales/zh";

/** All that the console says in Chinese: the words of each room. */
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
} as const;
