import { type Translate, useTranslation } from "@lianxin/i18n";
import { Choice, Copy } from "@lianxin/ui";
import { Button, Modal } from "antd";
import { useState } from "react";
import { type CaseEdit, type CaseFields, fieldsOf } from "./fields";
import { conflicts, merge, type Side } from "./merge";
import type { Conflict } from "./use-case-edit";

/** A field's value as people read it. */
function textOf(t: Translate, field: keyof CaseFields, value: string): string {
  if (field === "type") return t(`cases.type.${value as CaseFields["type"]}`);
  if (field === "urgency") return t(`cases.urgency.${value as CaseFields["urgency"]}`);
  if (field === "secrecy") return t(`cases.secrecy.${value as CaseFields["secrecy"]}`);
  return value === "" ? t("cases.conflict.empty") : value;
}

function nameOf(t: Translate, field: keyof CaseFields): string {
  if (field === "type" || field === "urgency" || field === "secrecy") {
    return t(`cases.${field}.title`);
  }
  return t(`cases.field.${field}`);
}

/** Both versions side by side, field by field; one is chosen for each and nothing is lost. */
export function ConflictDialog({
  edit,
  conflict,
  busy,
  onSave,
  onCancel,
}: {
  edit: CaseEdit;
  conflict: Conflict;
  busy: boolean;
  onSave: (merged: CaseFields) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Partial<Record<keyof CaseFields, Side>>>({});
  const three = { base: edit.base, mine: edit.mine, theirs: fieldsOf(conflict.theirs) };
  const disputed = conflicts(three);
  const all = (side: Side) => setChosen(Object.fromEntries(disputed.map((field) => [field, side])));
  const intro =
    conflict.by === ""
      ? t("cases.conflict.introNameless")
      : t("cases.conflict.intro", { name: conflict.by });
  return (
    <Modal
      open
      width={720}
      title={t("cases.conflict.title")}
      onCancel={onCancel}
      mask={{ closable: false }}
      footer={
        <div className="conflict-foot">
          {disputed.length > 1 && (
            <>
              <Button onClick={() => all("mine")}>{t("cases.conflict.allMine")}</Button>
              <Button onClick={() => all("theirs")}>{t("cases.conflict.allTheirs")}</Button>
            </>
          )}
          <Button type="primary" loading={busy} onClick={() => onSave(merge(three, chosen))}>
            {t("cases.conflict.save")}
          </Button>
        </div>
      }
    >
      <p>{disputed.length === 0 ? t("cases.conflict.none") : intro}</p>
      {disputed.map((field) => (
        <section key={field} className="conflict" aria-label={nameOf(t, field)}>
          <header>
            <h3>{nameOf(t, field)}</h3>
            <Choice<Side>
              label={nameOf(t, field)}
              value={chosen[field] ?? "mine"}
              onChange={(side) => setChosen({ ...chosen, [field]: side })}
              options={[
                { value: "mine", label: t("cases.conflict.keepMine") },
                { value: "theirs", label: t("cases.conflict.takeTheirs") },
              ]}
            />
            <Copy
              text={three.mine[field]}
              label={t("cases.conflict.copyMine")}
              done={t("common.copied")}
            />
          </header>
          <div className="conflict-sides">
            <Version
              title={t("cases.conflict.mine")}
              text={textOf(t, field, three.mine[field])}
              chosen={(chosen[field] ?? "mine") === "mine"}
            />
            <Version
              title={t("cases.conflict.theirs")}
              text={textOf(t, field, three.theirs[field])}
              chosen={chosen[field] === "theirs"}
            />
          </div>
        </section>
      ))}
    </Modal>
  );
}

function Version({ title, text, chosen }: { title: string; text: string; chosen: boolean }) {
  return (
    <div className={chosen ? "version version-chosen" : "version"}>
      <p className="lx-faint">{title}</p>
      <p className="prose">{text}</p>
    </div>
  );
}
