import type { AlarmSummary } from "@lianxin/api";
import { pairOf, wordFor } from "@lianxin/i18n";
import { objectWord } from "../../shared/components/object-word";

/** What is wrong with what, as one sentence; a code that nobody has words for stands as it is. */
export function alarmSentence(alarm: AlarmSummary, zone: string): string {
  const object = objectWord(alarm, zone);
  return wordFor("alarms.sentence", alarm.code, pairOf(object, alarm.code), { object });
}
