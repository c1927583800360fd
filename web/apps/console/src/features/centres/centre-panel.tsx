import { ApiError, type CentreRead, type CentreUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { changeCentre } from "./data";
import { LimitFields } from "./limits";

function changeOf({ name, city, quotas, functions_off }: CentreRead) {
  return { name, city, quotas, functions_off };
}

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
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [draft, setDraft] = useState(() => changeOf(centre));
  const dirty = JSON.stringify(draft) !== JSON.stringify(changeOf(centre));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await changeCentre(centre.code, draft as CentreUpdate);
      void client.invalidateQueries({ queryKey: ["platform"] });
      void message.success(t("centres.saved", { name: draft.name }));
    } catch (error) {
      void message.error(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
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
