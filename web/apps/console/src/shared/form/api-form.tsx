import { useTranslation } from "@lianxin/i18n";
import { isPressed } from "@lianxin/ui";
import { Alert, Button, Form } from "antd";
import { type ReactNode, useState } from "react";
import { useDirtyMark } from "./dirty";
import { FieldsContext, type FieldsOfForm } from "./field-words";
import { FormConflict } from "./form-conflict";
import type { FieldPath } from "./paths";
import type { ApiFormState } from "./use-api-form";
import "./form.css";

/** A form: what was typed before, what is wrong, the fields, save and cancel; Ctrl+Enter sends it. */
export function ApiForm<Values extends object>({
  state,
  className = "",
  label,
  saveLabel,
  onCancel,
  buttons = true,
  onMissing,
  lists = {},
  children,
}: {
  state: ApiFormState<Values>;
  className?: string;
  /** What the form is called, where it is a place of its own on the page. */
  label?: string;
  saveLabel?: string;
  onCancel?: () => void;
  /** false: the dialog around the form has them. */
  buttons?: boolean;
  /** It was not sent: something must be mended first. */
  onMissing?: () => void;
  /** What lists of rows are called, by their field: no label says it. */
  lists?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  useDirtyMark(state.dirty);
  const [fields] = useState<FieldsOfForm>(() => new Map());
  return (
    <FieldsContext value={fields}>
      <Form<Values>
        form={state.form}
        name={state.id}
        className={`form-stack api-form ${className}`}
        {...(label === undefined ? {} : { "aria-label": label })}
        initialValues={state.initial}
        colon={false}
        requiredMark={withMark}
        validateTrigger="onSubmit" // nobody is told off while typing
        onValuesChange={state.changed}
        onFinish={(values) => void state.send(values)}
        onFinishFailed={({ errorFields: [first] }) => {
          if (first !== undefined) state.focus(first.name as FieldPath);
          onMissing?.();
        }}
        onKeyDown={(event) => {
          if (event.repeat || !isPressed(event.nativeEvent, "Ctrl+Enter")) return;
          event.preventDefault(); // the page's own Ctrl+Enter is for where nobody types
          state.form.submit();
        }}
      >
        <Offer offer={state.offer} />
        <Problem state={state} />
        {children}
        {buttons && (
          <p className="detail-buttons detail-sticky">
            <Button type="primary" htmlType="submit" loading={state.busy}>
              {saveLabel ?? t("common.save")}
            </Button>
            {onCancel !== undefined && (
              <Button
                onClick={() => {
                  state.discard();
                  onCancel();
                }}
              >
                {t("common.cancel")}
              </Button>
            )}
          </p>
        )}
        {/* Enter in a field sends a form of several only where there is a button that sends it. */}
        {!buttons && <button type="submit" hidden />}
      </Form>
      {/* Beside it: keys that are pressed in the dialog are not the form's. */}
      <FormConflict state={state} fields={fields} lists={lists} />
    </FieldsContext>
  );
}

function Problem<Values extends object>({ state }: { state: ApiFormState<Values> }) {
  const { t } = useTranslation();
  const { problem, unshown } = state;
  if (problem === undefined) return null;
  const names = unshown.join(t("common.form.comma"));
  const detail = unshown.length === 0 ? undefined : t("common.form.unshown", { names });
  return <Alert type="error" role="alert" showIcon title={problem} description={detail} />;
}

function Offer({ offer }: { offer: ApiFormState<object>["offer"] }) {
  const { t } = useTranslation();
  if (offer === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t(offer.stale ? "common.form.keptStale" : "common.form.kept")}
      action={
        <span className="form-row">
          <Button size="small" type="primary" onClick={offer.take}>
            {t("common.form.take")}
          </Button>
          <Button size="small" onClick={offer.refuse}>
            {t("common.form.refuse")}
          </Button>
        </span>
      }
    />
  );
}

/** Drawn, not read out: the name of a control is its label alone. */
function withMark(label: ReactNode, { required }: { required: boolean }) {
  return (
    <>
      {label}
      {required && (
        <span className="lx-tone-failed" aria-hidden="true">
          {"\u00a0*"}
        </span>
      )}
    </>
  );
}
