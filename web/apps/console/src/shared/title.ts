import { useTranslation } from "@lianxin/i18n";
import { useEffect } from "react";

/** What a part of a title is of; the title begins with the closest: `工单 9901… · 工单 · 连心`. */
type Level = "alert" | "object" | "page";

const ORDER: readonly Level[] = ["alert", "object", "page"];

interface Title {
  level: Level;
  text: string;
}

const titles = new Set<Title>();
let product = "";

/** Draw the title of the tab from all that is open. An alert stands there alone. */
function draw(): void {
  const texts = ORDER.map((level) => [...titles].findLast((title) => title.level === level)?.text);
  const [alert, ...rest] = texts;
  const shown = [...rest, product].filter((text, at, all) => text && all.indexOf(text) === at);
  document.title = alert ?? shown.join(" · ");
}

/** Have `text` in the title of the tab while the component is on the page; "" is left out. */
export function useTitle(level: Level, text: string): void {
  const { t } = useTranslation();
  product = t("common.product");
  useEffect(() => {
    const title = { level, text };
    if (text !== "") titles.add(title);
    draw();
    return () => {
      titles.delete(title);
      draw();
    };
  }, [level, text]);
}
