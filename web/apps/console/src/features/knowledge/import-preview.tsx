import { useTranslation, wordFor } from "@lianxin/i18n";
import type { KnowledgePreview } from "./data";

type Fault = KnowledgePreview["faults"][number];

/** What a file would do, as it was understood: the counts, every mistake, and the first rows. */
export function ImportPreview({ seen }: { seen: KnowledgePreview }) {
  const { t } = useTranslation();
  const { made, changed, unchanged, refused, rows } = seen;
  return (
    <>
      <p role="status">{t("knowledge.import.would", { made, changed, unchanged, refused })}</p>
      <FaultList faults={seen.faults} />
      {rows.length > 0 && (
        <div className="knowledge-preview">
          <table aria-label={t("knowledge.import.rows")}>
            <thead>
              <tr>
                {(["number", "effect", "state", "code", "title", "body"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`knowledge.import.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row}>
                  <td className="lx-figure">{row.row}</td>
                  <td>
                    {t(`knowledge.import.effect.${row.effect}`)}
                    {row.fields.length > 0 && (
                      <span className="lx-soft small"> {row.fields.join(", ")}</span>
                    )}
                  </td>
                  <td>{wordFor("knowledge.state", row.state, row.state)}</td>
                  <td>{row.code}</td>
                  <td>{row.title}</td>
                  <td className="lx-soft">{row.body}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** Every mistake by its row. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <ul aria-label={t("knowledge.import.faults")}>
      {faults.map((fault) => (
        <li key={`${fault.row} ${fault.field} ${fault.fault}`}>
          {t("knowledge.import.row", { row: fault.row })} {fault.field}{" "}
          {wordFor("knowledge.fault", fault.fault, fault.fault)}{" "}
          <span className="lx-faint">{fault.value}</span>
        </li>
      ))}
    </ul>
  );
}
