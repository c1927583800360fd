import { useTranslation } from "@lianxin/i18n";
import { Choice, Copy } from "@lianxin/ui";
import { Button, Modal } from "antd";
import { useState } from "react";
import type { Side } from "./merge";

/** A field that both changed: how it is called, and what each side says as people read it. */
export interface Dispute {
  field: string;
  name: string;
  mine: string;
  theirs: string;
  /** Mine as it can be put elsewhere. */
  copy?: string;
}

/** Both versions side by side, field by field; one is chosen for each and nothing is lost. */
export function ConflictDialog({
  title,
  by,
  disputes,
  busy,
  onSave,
  onCancel,
}: {
  title: string;
  /** Who saved first; "" where that is not said. */
  by: string;
  disputes: readonly Dispute[];
  busy: boolean;
  /** What was not chosen is to be mine. */
  onSave: (chosen: Readonly<Record<string, Side>>) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const all = (side: Side) =>
    setChosen(Object.fromEntries(disputes.map(({ field }) => [field, side])));
  const intro =
    by === ""
      ? t("common.form.conflict.introNameless")
      : t("common.form.conflict.intro", { name: by });
  return (
    <Modal
      open
      width={720}
      title={title}
      onCancel={onCancel}
      mask={{ closable: false }}
      footer={
        <div className="conflict-foot">
          {disputes.length > 1 && (
            <>
              <Button onClick={() => all("mine")}>{t("common.form.conflict.allMine")}</Button>
              <Button onClick={() => all("theirs")}>{t("common.form.conflict.allTheirs")}</Button>
            </>
          )}
          <Button type="primary" loading={busy} onClick={() => onSave(chosen)}>
            {t("common.form.conflict.save")}
          </Button>
        </div>
      }
    >
      <p>{disputes.length === 0 ? t("common.form.conflict.none") : intro}</p>
      {disputes.map(({ field, name, mine, theirs, copy }) => {
        const side = chosen[field] ?? "mine";
        return (
          <section key={field} className="conflict" aria-label={name}>
            <header>
              <h3>{name}</h3>
              <Choice<Side>
                label={name}
                value={side}
                onChange={(next) => setChosen({ ...chosen, [field]: next })}
                options={[
                  { value: "mine", label: t("common.form.conflict.keepMine") },
                  { value: "theirs", label: t("common.form.conflict.takeTheirs") },
                ]}
              />
              {copy !== undefined && (
                <Copy
                  text={copy}
                  label={t("common.form.conflict.copyMine")}
                  done={t("common.copied")}
                />
              )}
            </header>
            <div className="conflict-sides">
              <Version
                title={t("common.form.conflict.mine")}
                text={mine}
                chosen={side === "mine"}
              />
              <Version
                title={t("common.form.conflict.theirs")}
                text={theirs}
                chosen={side === "theirs"}
              />
            </div>
          </section>
        );
      })}
    </Modal>
  );
}

function Version({ title, text, chosen }: { title: string; text: string; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={chosen ? "version version-chosen" : "version"}>
      <p className="lx-faint">{title}</p>
      <p className="prose">{text === "" ? t("common.form.conflict.empty") : text}</p>
    </div>
  );
}
