import { isObject } from "../../model/flow";
import type { NodeFace } from "../face";

const DAYS: Record<string, string> = {
  mon: "周一",
  tue: "周二",
  wed: "周三",
  thu: "周四",
  fri: "周五",
  sat: "周六",
  sun: "周日",
};

/** The first day that has hours, and how many more have some. */
function summary(week: unknown, english: boolean): string {
  const days = isObject(week)
    ? Object.entries(week).filter(([, spans]) => Array.isArray(spans) && spans.length > 0)
    : [];
  const [first] = days;
  if (first === undefined) return english ? "Always closed" : "全天休息";
  const spans = (first[1] as [string, string][]).map(([from, to]) => `${from}–${to}`).join(" ");
  const rest = days.length - 1;
  const day = english ? first[0] : DAYS[first[0]];
  if (rest === 0) return `${day} ${spans}`;
  return english ? `${day} ${spans}, and ${rest} more days` : `${day} ${spans} 等 ${rest + 1} 天`;
}

export const face: NodeFace = {
  icon: "M8 2a6 6 0 1 0 .01 0M8 5v3.2l2.2 1.4",
  zh: { name: "时段", about: "按每周时段或日历，分工作时间和非工作时间" },
  en: { name: "Hours", about: "Branches by weekly hours or a calendar" },
  says: (node, { called, english }) =>
    typeof node.calendar === "string" && node.calendar !== ""
      ? called("calendar", node.calendar)
      : summary(node.week, english),
};
