import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import type { ScenarioResult } from "./data";

/** One scenario's result; what came differently stands beneath. */
export function ResultRow({ result }: { result: ScenarioResult }) {
  return (
    <li>
      <PassedTag passed={result.passed} /> {result.name}
      <DifferenceLines lines={result.difference} />
    </li>
  );
}

export function PassedTag({ passed }: { passed: boolean }) {
  const { t } = useTranslation();
  return passed ? (
    <Tag tone="ready">{t("flows.scenarios.passed")}</Tag>
  ) : (
    <Tag tone="failed" shape="cross">
      {t("flows.scenarios.failed")}
    </Tag>
  );
}

function lineTone(line: string): string {
  if (line.startsWith("-")) return "lx-tone-failed";
  return line.startsWith("+") ? "lx-tone-ready" : "lx-soft";
}

/** Lines of a difference: `-` what was expected, `+` what came. */
export function DifferenceLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <pre className="flow-difference">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and may repeat
        <span key={index} className={lineTone(line)}>
          {`${line}\n`}
        </span>
      ))}
    </pre>
  );
}
