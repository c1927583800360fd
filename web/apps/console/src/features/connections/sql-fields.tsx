import { useTranslation } from "@lianxin/i18n";
import { Button, Checkbox, Form, Input } from "antd";
import { FormItem } from "../../shared/form";

/** Where a database stands, and the queries that flows may ask. */
export function SqlFields({
  kind,
  hasPassword,
}: {
  kind: "postgresql" | "mysql";
  hasPassword: boolean;
}) {
  const { t } = useTranslation();
  const line = (name: "host" | "database" | "user") => (
    <FormItem name={name} label={t(`connections.field.${name}`)} required>
      <Input maxLength={200} />
    </FormItem>
  );
  return (
    <>
      <div className="form-pair">
        {line("host")}
        <FormItem
          name="port"
          label={t("connections.field.port")}
          getValueProps={(port: number) => ({ value: port === 0 ? "" : String(port) })}
          normalize={(port: string) => Number.parseInt(port, 10) || 0}
        >
          <Input maxLength={200} placeholder={kind === "mysql" ? "3306" : "5432"} />
        </FormItem>
        {line("database")}
        {line("user")}
        <FormItem
          name="password"
          label={t("connections.field.password")}
          getValueProps={(value) => ({ value: value ?? "" })}
        >
          <Input.Password
            maxLength={200}
            autoComplete="new-password"
            placeholder={hasPassword ? t("connections.kept") : ""}
          />
        </FormItem>
      </div>
      <FormItem name="tls" valuePropName="checked">
        <Checkbox>{t("connections.field.tls")}</Checkbox>
      </FormItem>
      <Queries />
    </>
  );
}

function Queries() {
  const { t } = useTranslation();
  return (
    <Form.List name="queries">
      {(rows, { add, remove }, { errors }) => (
        <section className="form-group">
          <header>
            <h3>{t("connections.query.title")}</h3>
            <Button size="small" onClick={() => add({ code: "", sql: "", note: "" })}>
              {t("connections.query.add")}
            </Button>
          </header>
          <p className="lx-soft">{t("connections.query.hint")}</p>
          <Form.ErrorList errors={errors} />
          {rows.map(({ key, name }) => (
            <div className="form-stack" key={key}>
              <div className="form-row">
                <FormItem name={[name, "code"]} required>
                  <Input
                    aria-label={t("connections.query.code")}
                    placeholder={t("connections.query.code")}
                    maxLength={32}
                  />
                </FormItem>
                <Button size="small" onClick={() => remove(name)}>
                  {t("connections.take")}
                </Button>
              </div>
              <FormItem name={[name, "sql"]} required>
                <Input.TextArea
                  aria-label={t("connections.query.sql")}
                  className="connection-code"
                  rows={4}
                  maxLength={8000}
                  placeholder="SELECT due_date FROM permit WHERE number = %(number)s"
                />
              </FormItem>
            </div>
          ))}
        </section>
      )}
    </Form.List>
  );
}
