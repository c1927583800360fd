import type { CaseRead } from "@lianxin/api";
import { fullMoment, useTranslation } from "@lianxin/i18n";
import { createPortal } from "react-dom";
import { phoneText } from "../../shared/formats/phone-text";
import { useSession } from "../../shared/session";

/** The case on paper: the only thing on the page while it is printed. */
export function PrintSheet({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const { zone, centre, number, name } = useSession();
  const reply = detail.replies.find(({ approved_at }) => approved_at !== null);
  const rows: [string, string][] = [
    [t("cases.field.number"), detail.number],
    [t("cases.type.title"), t(`cases.type.${detail.type}`)],
    [t("cases.urgency.title"), t(`cases.urgency.${detail.urgency}`)],
    [t("cases.state.title"), t(`cases.state.${detail.state}`)],
    [t("cases.secrecy.title"), t(`cases.secrecy.${detail.secrecy}`)],
    [t("cases.field.citizen_name"), detail.citizen_name],
    [
      t("cases.field.phone"),
      phoneText({ digits: detail.phone, extension: detail.phone_extension }),
    ],
    [t("cases.field.address"), detail.address],
    [
      t("cases.field.by"),
      detail.created_by
        ? `${detail.created_by.number} ${detail.created_by.name}`
        : t("common.system"),
    ],
    [t("cases.field.created"), fullMoment(detail.created_at, zone)],
    [t("cases.field.title"), detail.title],
    [t("cases.field.content"), detail.content],
    ...(reply ? [[t("cases.reply.title"), reply.text] as [string, string]] : []),
  ];
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <h1>
        {centre.name} {t("cases.printTitle")}
      </h1>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {fullMoment(Date.now(), zone)} {number} {name}
      </p>
    </section>,
    document.body,
  );
}
