import { useTranslation } from "@lianxin/i18n";
import { Link } from "react-router";

const TABS = [
  { name: "lines", path: "/lines" },
  { name: "answers", path: "/lines/answers" },
  { name: "queues", path: "/lines/queues" },
  { name: "calendars", path: "/lines/calendars" },
] as const;

/** The pages about lines. */
export function LineTabs({ here }: { here: (typeof TABS)[number]["name"] }) {
  const { t } = useTranslation();
  return (
    <>
      <h1 className="lx-visually-hidden">{t(`lines.tab.${here}`)}</h1>
      <nav className="tabs" aria-label={t("lines.nav")}>
        {TABS.map(({ name, path }) => (
          <Link
            key={name}
            to={path}
            className={name === here ? "active" : ""}
            aria-current={name === here ? "page" : undefined}
          >
            {t(`lines.tab.${name}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}
