import type { PeopleColumn, PeoplePreview } from "@lianxin/api";
import { listOf, useTranslation, wordFor } from "@lianxin/i18n";
import { Select } from "antd";

type Fault = PeoplePreview["faults"][number];

const COLUMNS = ["number", "name", "roles", "rights", "expires_on", ""] as const;

/** What a file would do: what each column was taken for, every mistake, and everybody. */
export function ImportPreview({
  seen,
  busy,
  onColumns,
}: {
  seen: PeoplePreview;
  busy: boolean;
  onColumns: (columns: PeopleColumn[]) => void;
}) {
  const { t } = useTranslation();
  const { columns, rows, refused } = seen;
  return (
    <>
      <p role="status">{t("people.import.would", { count: rows.length - refused, refused })}</p>
      <fieldset className="people-columns">
        <legend>{t("people.import.columns")}</legend>
        {columns.map(({ heading, column }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
          <div key={place}>
            <span>{heading}</span>
            <Select
              aria-label={t("people.import.meaning", { heading })}
              value={column}
              disabled={busy}
              options={COLUMNS.map((value) => ({
                value,
                label: value === "" ? t("people.import.passedOver") : t(`people.field.${value}`),
              }))}
              onChange={(next) =>
                onColumns(
                  columns.map((each, at) => (at === place ? { heading, column: next } : each)),
                )
              }
            />
          </div>
        ))}
      </fieldset>
      <FaultList faults={seen.faults} />
      {rows.length > 0 && <Rows rows={rows} />}
    </>
  );
}

function Rows({ rows }: { rows: PeoplePreview["rows"] }) {
  const { t } = useTranslation();
  return (
    <div className="people-table">
      <table aria-label={t("people.import.rows")}>
        <thead>
          <tr>
            <th scope="col">{t("people.import.place")}</th>
            <th scope="col">{t("people.field.number")}</th>
            <th scope="col">{t("people.field.name")}</th>
            <th scope="col">{t("people.field.held")}</th>
            <th scope="col">{t("people.field.expires_on")}</th>
            <th scope="col">{t("people.field.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="lx-figure">{row.row}</td>
              <td className="lx-figure">{row.number}</td>
              <td>{row.name}</td>
              <td>
                {listOf(
                  [...row.roles, ...row.rights].map((each) => wordFor("common.role", each, each)),
                )}
              </td>
              <td className="lx-figure">{row.expires_on ?? t("people.forGood")}</td>
              <td>{t(row.refused ? "people.import.refused" : "people.import.new")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every mistake by its row. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <ul aria-label={t("people.import.faults")}>
      {faults.map((fault) => (
        <li key={`${fault.row} ${fault.field} ${fault.fault} ${fault.value}`}>
          {fault.row > 0 && t("people.import.row", { row: fault.row })}{" "}
          {wordFor("people.field", fault.field, fault.field)}{" "}
          {wordFor("people.fault", fault.fault, fault.fault)}{" "}
          <span className="lx-faint">{fault.value}</span>
        </li>
      ))}
    </ul>
  );
}
