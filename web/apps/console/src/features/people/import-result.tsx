import type { PersonMade } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";
import { Button, Modal } from "antd";
import { useEffect, useState } from "react";
import { csvOf } from "../../shared/formats/csv-text";

/** Everybody who was taken on, with a first password: shown once, and gone when this is closed. */
export function ImportResult({ made, onClose }: { made: PersonMade[]; onClose: () => void }) {
  const { t } = useTranslation();
  const head = [t("people.field.number"), t("people.field.name"), t("people.field.password")];
  const text = csvOf([head, ...made.map((each) => [each.number, each.name, each.password])]);
  const address = useAddressOf(text);
  return (
    <Modal
      open
      width={640}
      title={t("people.import.done", { count: made.length })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("people.once.close")}
        </Button>
      }
    >
      <div className="form-stack">
        <p>{t("people.import.once")}</p>
        <p className="detail-buttons">
          <Button href={address} download={t("people.import.fileName")}>
            {t("people.import.download")}
          </Button>
          <Copy text={text} label={t("common.copy")} done={t("common.copied")} />
        </p>
        <div className="people-table">
          <table aria-label={t("people.import.passwords")}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {made.map(({ row, number, name, password }) => (
                <tr key={row}>
                  <td className="lx-figure">{number}</td>
                  <td>{name}</td>
                  <td>
                    {password === "" ? t("people.import.noPassword") : <code>{password}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Modal>
  );
}

/** Where the browser saves `text` from; with the mark by which Excel knows UTF-8. */
function useAddressOf(text: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
