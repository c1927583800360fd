import { useTranslation } from "@lianxin/i18n";
import { Button, Checkbox, Form, Input } from "antd";
import { FormItem } from "../../shared/form";

/** Where an HTTP service stands, and the headers that it wants. */
export function HttpFields() {
  const { t } = useTranslation();
  return (
    <>
      <FormItem name="base_url" label={t("connections.field.base_url")} required>
        <Input maxLength={300} placeholder="https://api.city.example/v1" translate="no" />
      </FormItem>
      <Form.List name="headers">
        {(rows, { add, remove }, { errors }) => (
          <section className="form-group">
            <header>
              <h3>{t("connections.header.title")}</h3>
              <Button size="small" onClick={() => add({ name: "", value: "", secret: true })}>
                {t("connections.header.add")}
              </Button>
            </header>
            <Form.ErrorList errors={errors} />
            {rows.map(({ key, name }) => (
              <Header key={key} at={name} onTake={() => remove(name)} />
            ))}
          </section>
        )}
      </Form.List>
    </>
  );
}

function Header({ at, onTake }: { at: number; onTake: () => void }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const secret = Form.useWatch(["headers", at, "secret"], form) ?? true;
  const kept = Form.useWatch(["headers", at, "value"], form) === null;
  return (
    <div className="form-row">
      <FormItem name={[at, "name"]} required>
        <Input
          aria-label={t("connections.header.name")}
          placeholder="X-Api-Key"
          translate="no"
          maxLength={64}
        />
      </FormItem>
      <FormItem name={[at, "value"]} getValueProps={(value) => ({ value: value ?? "" })}>
        <Input
          aria-label={t("connections.header.value")}
          type={secret ? "password" : "text"}
          autoComplete="new-password"
          placeholder={kept ? t("connections.kept") : ""}
          maxLength={2000}
        />
      </FormItem>
      <FormItem name={[at, "secret"]} valuePropName="checked" className="form-item-tight">
        <Checkbox>{t("connections.header.secret")}</Checkbox>
      </FormItem>
      <Button size="small" onClick={onTake}>
        {t("connections.take")}
      </Button>
    </div>
  );
}
