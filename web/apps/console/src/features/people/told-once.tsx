import type { PersonPassword } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";
import { Button, Modal } from "antd";
import { useSession } from "../../shared/session";

/** A first password: shown once, and gone when this is closed. */
export function ToldOnce({ told, onClose }: { told: PersonPassword; onClose: () => void }) {
  const { t } = useTranslation();
  const { centre } = useSession();
  const { person, password } = told;
  return (
    <Modal
      open
      title={t("people.once.title", { number: person.number, name: person.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          {t("people.once.close")}
        </Button>
      }
    >
      {password === "" ? (
        <p>{t("people.once.none")}</p>
      ) : (
        <div className="form">
          <p>{t("people.once.hint")}</p>
          <p>{t("people.once.signInAs", { code: centre.code, number: person.number })}</p>
          <p className="detail-buttons">
            <code className="once">{password}</code>
            <Copy text={password} label={t("common.copy")} done={t("common.copied")} />
          </p>
        </div>
      )}
    </Modal>
  );
}
