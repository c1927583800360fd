import { useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Alert, Button, Checkbox, Input, InputNumber } from "antd";
import { useState } from "react";
import { LineField } from "../../shared/components/line-field";
import { useApiMutation } from "../../shared/data/use-mutation";
import { type Connection, type ConnectionSheet, saveConnection, sheetOf } from "./data";

type Header = NonNullable<ConnectionSheet["headers"]>[number];
type Named = NonNullable<ConnectionSheet["queries"]>[number];
type Sheet = Required<ConnectionSheet>;

const KINDS = ["http", "postgresql", "mysql"] as const;

const EMPTY: Sheet = {
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
  const [sheet, setSheet] = useState(() => (known === null ? EMPTY : sheetOf(known)));
  const { busy, problem, fields, run } = useApiMutation({
    write: () => saveConnection(sheet, known?.version ?? null),
    keys: [["connections"]],
    tell: "form",
  });
  const set = (change: Partial<Sheet>) => setSheet({ ...sheet, ...change });
  const save = async () => {
    if (await run()) onDone(sheet.code);
  };
  return (
    <div className="form-stack detail-wide">
      {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
      <div className="form-pair">
        <LineField
          label={t("connections.field.code")}
          value={sheet.code}
          error={fields.code}
          onChange={(code) => set({ code })}
          most={32}
          required
          disabled={known !== null}
          placeholder="water"
        />
        <LineField
          label={t("connections.field.name")}
          value={sheet.name}
          error={fields.name}
          onChange={(name) => set({ name })}
          most={64}
          required
        />
      </div>
      {known === null && (
        <Choice
          label={t("connections.field.kind")}
          value={sheet.kind}
          options={KINDS.map((value) => ({ value, label: t(`connections.kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      )}
      {sheet.kind === "http" ? (
        <HttpFields sheet={sheet} set={set} />
      ) : (
        <SqlFields sheet={sheet} set={set} hasPassword={known?.has_password ?? false} />
      )}
      <p className="form-row">
        <span>{t("connections.field.seconds")}</span>
        <InputNumber
          aria-label={t("connections.field.seconds")}
          min={0.5}
          max={20}
          step={0.5}
          value={sheet.seconds}
          onChange={(seconds) => set({ seconds: seconds ?? 4 })}
        />
        {sheet.kind === "http" && (
          <>
            <span>{t("connections.field.retries")}</span>
            <InputNumber
              aria-label={t("connections.field.retries")}
              min={0}
              max={3}
              value={sheet.retries}
              onChange={(retries) => set({ retries: retries ?? 0 })}
            />
          </>
        )}
      </p>
      <p className="detail-buttons detail-sticky">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t("common.save")}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </p>
    </div>
  );
}

interface Part {
  sheet: Sheet;
  set: (change: Partial<Sheet>) => void;
}

function HttpFields({ sheet, set }: Part) {
  const { t } = useTranslation();
  const change = (at: number, header: Partial<Header>) =>
    set({ headers: sheet.headers.map((old, n) => (n === at ? { ...old, ...header } : old)) });
  return (
    <>
      <LineField
        label={t("connections.field.base_url")}
        value={sheet.base_url}
        onChange={(base_url) => set({ base_url })}
        most={300}
        required
        placeholder="https://api.city.example/v1"
      />
      <section className="form-group">
        <header>
          <h3>{t("connections.header.title")}</h3>
          <Button
            size="small"
            onClick={() =>
              set({ headers: [...sheet.headers, { name: "", value: "", secret: true }] })
            }
          >
            {t("connections.header.add")}
          </Button>
        </header>
        {sheet.headers.map((header, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header has no other identity
          <div className="form-row" key={at}>
            <Input
              aria-label={t("connections.header.name")}
              placeholder="X-Api-Key"
              value={header.name}
              maxLength={64}
              onChange={(event) => change(at, { name: event.target.value })}
            />
            <Input
              aria-label={t("connections.header.value")}
              type={header.secret ? "password" : "text"}
              autoComplete="new-password"
              placeholder={header.value === null ? t("connections.kept") : ""}
              value={header.value ?? ""}
              maxLength={2000}
              onChange={(event) => change(at, { value: event.target.value })}
            />
            <Checkbox
              checked={header.secret ?? false}
              onChange={(event) => change(at, { secret: event.target.checked })}
            >
              {t("connections.header.secret")}
            </Checkbox>
            <Button
              size="small"
              onClick={() => set({ headers: sheet.headers.filter((_, n) => n !== at) })}
            >
              {t("connections.take")}
            </Button>
          </div>
        ))}
      </section>
    </>
  );
}

function SqlFields({ sheet, set, hasPassword }: Part & { hasPassword: boolean }) {
  const { t } = useTranslation();
  const line = (name: "host" | "database" | "user") => (
    <LineField
      label={t(`connections.field.${name}`)}
      value={sheet[name]}
      onChange={(value) => set({ [name]: value })}
      required
    />
  );
  const change = (at: number, query: Partial<Named>) =>
    set({ queries: sheet.queries.map((old, n) => (n === at ? { ...old, ...query } : old)) });
  return (
    <>
      <div className="form-pair">
        {line("host")}
        <LineField
          label={t("connections.field.port")}
          value={sheet.port === 0 ? "" : String(sheet.port)}
          onChange={(port) => set({ port: Number.parseInt(port, 10) || 0 })}
          placeholder={sheet.kind === "mysql" ? "3306" : "5432"}
        />
        {line("database")}
        {line("user")}
        <LineField
          label={t("connections.field.password")}
          value={sheet.password ?? ""}
          onChange={(password) => set({ password })}
          secret
          placeholder={hasPassword ? t("connections.kept") : ""}
        />
      </div>
      <Checkbox checked={sheet.tls} onChange={(event) => set({ tls: event.target.checked })}>
        {t("connections.field.tls")}
      </Checkbox>
      <section className="form-group">
        <header>
          <h3>{t("connections.query.title")}</h3>
          <Button
            size="small"
            onClick={() => set({ queries: [...sheet.queries, { code: "", sql: "", note: "" }] })}
          >
            {t("connections.query.add")}
          </Button>
        </header>
        <p className="lx-soft">{t("connections.query.hint")}</p>
        {sheet.queries.map((query, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a query's code is being typed
          <div className="form-stack" key={at}>
            <div className="form-row">
              <Input
                aria-label={t("connections.query.code")}
                placeholder={t("connections.query.code")}
                value={query.code}
                maxLength={32}
                onChange={(event) => change(at, { code: event.target.value })}
              />
              <Button
                size="small"
                onClick={() => set({ queries: sheet.queries.filter((_, n) => n !== at) })}
              >
                {t("connections.take")}
              </Button>
            </div>
            <Input.TextArea
              aria-label={t("connections.query.sql")}
              className="connection-code"
              rows={4}
              value={query.sql}
              maxLength={8000}
              placeholder="SELECT due_date FROM permit WHERE number = %(number)s"
              onChange={(event) => change(at, { sql: event.target.value })}
            />
          </div>
        ))}
      </section>
    </>
  );
}
