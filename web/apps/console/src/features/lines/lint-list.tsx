import type { LineFinding } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { type LampShape, type LampTone, Tag } from "@lianxin/ui";
import { Link } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { useCalendars } from "../../shared/data/lines";
import { useFindings } from "./data";
import { findingText } from "./words";

const LOOKS: Record<LineFinding["severity"], { tone: LampTone; shape: LampShape }> = {
  error: { tone: "failed", shape: "cross" },
  warning: { tone: "hold", shape: "bell" },
  hint: { tone: "off", shape: "ring" },
};

/** Where a finding is mended. */
function placeOf({ code, place }: LineFinding): string {
  const [thing = ""] = place.split(".");
  return code.startsWith("calendar.") ? `/lines/calendars/${thing}` : `/lines/${thing}`;
}

/** Everything that is wrong, or will be, with the lines and calendars of the centre. */
export function LintList() {
  const { t } = useTranslation();
  const findings = useFindings();
  const { data: calendars = [] } = useCalendars();
  const names = new Map(calendars.map(({ code, name }) => [code, name]));
  if (findings.data === undefined) return <NoDataYet queries={[findings]} rows={3} />;
  if (findings.data.length === 0) {
    return (
      <p className="lint-none">
        <Tag tone="ready">{t("lines.lint.none")}</Tag>
      </p>
    );
  }
  return (
    <ul className="lint">
      {findings.data.map((finding) => (
        <li key={`${finding.code} ${finding.place} ${JSON.stringify(finding.data)}`}>
          <Tag {...LOOKS[finding.severity]}>{t(`lines.lint.${finding.severity}`)}</Tag>
          <span>{findingText(finding, names, t)}</span>
          <Link to={placeOf(finding)}>{t("lines.lint.show")}</Link>
        </li>
      ))}
    </ul>
  );
}

/** How many there are, as a link to the list; nothing when all is well. */
export function LintCount() {
  const { t } = useTranslation();
  const { data = [] } = useFindings();
  if (data.length === 0) return null;
  const count = (severity: string) => data.filter((each) => each.severity === severity).length;
  return (
    <Link className="lint-count" to="/lines/answers">
      {t("lines.lint.some", {
        errors: count("error"),
        warnings: count("warning"),
        hints: count("hint"),
      })}
    </Link>
  );
}
