import { useTranslation } from "@lianxin/i18n";
import { Choice, NumberField } from "@lianxin/ui";
import { Form, Input } from "antd";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { type Connection, type ConnectionDraft, draftOf, saveConnection } from "./data";
import { HttpFields } from "./http-fields";
import { SqlFields } from "./sql-fields";

type Draft = Required<ConnectionDraft>;

const KINDS = ["http", "postgresql", "mysql"] as const;

const EMPTY: Draft = {
  code: "",
  name: "",
  kind: "http",
  base_url: "",
  headers: [],
  retries: 1,
  host: "",
  port: 0,
  database: "",
  user: "",
  password: null,
  tls: true,
  seconds: 4,
  queries: [],
};

/** Passwords and secret headers are typed anew after a reload: they are kept nowhere. */
function withoutSecrets(draft: Draft): Draft {
  const headers = draft.headers.map((header) =>
    header.secret ? { ...header, value: null } : header,
  );
  return { ...draft, headers, password: null };
}

/** The name of the form that makes a connection, or changes this one. */
export const connectionForm = (code = "+") => `connection/${code}`;

/** Make or change a connection. Secrets are written and never shown. */
export function ConnectionForm({
  known,
  onDone,
  onCancel,
}: {
  known: Connection | null;
  onDone: (code: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const state = useApiForm<Draft>({
    name: connectionForm(known?.code),
    initial: known === null ? EMPTY : draftOf(known),
    version: known?.version ?? null,
    write: saveConnection,
    keys: [["connections"]],
    onDone: ({ code }) => onDone(code),
    withoutSecrets,
  });
  const kind = Form.useWatch("kind", state.form) ?? state.initial.kind;
  return (
    <ApiForm
      state={state}
      className="detail-wide"
      lists={{ headers: t("connections.header.title"), queries: t("connections.query.title") }}
      onCancel={onCancel}
    >
      <div className="form-pair">
        <FormItem name="code" label={t("connections.field.code")} required>
          <Input maxLength={32} disabled={known !== null} placeholder="water" translate="no" />
        </FormItem>
        <FormItem name="name" label={t("connections.field.name")} required>
          <Input maxLength={64} />
        </FormItem>
      </div>
      {known === null && (
        <FormItem name="kind">
          <Choice
            label={t("connections.field.kind")}
            options={KINDS.map((value) => ({ value, label: t(`connections.kind.${value}`) }))}
          />
        </FormItem>
      )}
      {kind === "http" ? (
        <HttpFields />
      ) : (
        <SqlFields kind={kind} hasPassword={known?.has_password ?? false} />
      )}
      <div className="form-pair">
        <FormItem
          name="seconds"
          label={t("connections.field.seconds")}
          normalize={(value) => value ?? 4}
        >
          <NumberField min={0.5} max={20} step={0.5} />
        </FormItem>
        {kind === "http" && (
          <FormItem
            name="retries"
            label={t("connections.field.retries")}
            normalize={(value) => value ?? 0}
          >
            <NumberField min={0} max={3} />
          </FormItem>
        )}
      </div>
    </ApiForm>
  );
}
