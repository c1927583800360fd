import type { CentreRead, CentreUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { App, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { changeCentre, changeOf } from "./data";
import { LimitFields } from "./limits";

/** A centre's name, quotas and functions. */
export function CentrePanel({
  centre,
  functions,
}: {
  centre: CentreRead;
  functions: readonly string[];
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => changeOf(centre));
  const { busy, run } = useApiMutation({
    // The names of functions that a centre is read with are those that it takes.
    write: () => changeCentre(centre.code, draft as CentreUpdate),
    keys: [["platform"]],
  });
  const dirty = JSON.stringify(draft) !== JSON.stringify(changeOf(centre));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await run()) void message.success(t("centres.saved", { name: draft.name }));
  };
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      <Field label={t("centres.name")} required>
        {(ids) => (
          <Input
            {...ids}
            maxLength={64}
            value={draft.name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        )}
      </Field>
      <Field label={t("centres.city")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={32}
            placeholder={t("centres.cityHint")}
            value={draft.city}
            onChange={({ target }) => setDraft({ ...draft, city: target.value })}
          />
        )}
      </Field>
      <LimitFields
        value={draft}
        functions={functions}
        onChange={(limits) => setDraft({ ...draft, ...limits })}
      />
      <p className="detail-buttons detail-sticky">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!dirty || draft.name.trim() === ""}
        >
          {t("centres.save")}
        </Button>
        <Button disabled={!dirty} onClick={() => setDraft(changeOf(centre))}>
          {t("common.cancel")}
        </Button>
      </p>
    </form>
  );
}
