import { useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";

/** Groups are read out more surely than a row of digits: city, date, sequence; codes by three. */
export function spaced(text: string): string {
  if (text.length > 10) return `${text.slice(0, 4)} ${text.slice(4, 10)} ${text.slice(10)}`;
  return text.replace(/(.{3})(?=.)/g, "$1 ");
}

/** A case's number and the citizen's code, large enough to read out; no code, no line for it. */
export function Figures({ number, code }: { number: string; code: string | null }) {
  const { t } = useTranslation();
  const lines: [string, string | null][] = [
    [t("desk.result.number"), number],
    [t("desk.result.code"), code],
  ];
  return (
    <dl className="result-figures">
      {lines.map(
        ([name, figure]) =>
          figure !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span>{spaced(figure)}</span>
                <Copy text={figure} label={t("common.copy")} done={t("common.copied")} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
