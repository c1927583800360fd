import { useTranslation, wordFor } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { createFlow, type FlowItem, type NewFlow, useFlowVocabulary } from "./data";

/** With what the dialog begins: nothing, or the flow that is to be copied and the copy's name. */
export interface Beginning {
  copied?: Pick<FlowItem, "code" | "kind">;
  name?: string;
}

type KnownFlow = Pick<FlowItem, "code" | "name" | "kind">;

/** `template`: the name of a template, or `copy:` and the code of the flow that is copied. */
type Values = Required<Omit<NewFlow, "copy_of">>;

const CODE = /^[a-z][a-z0-9_-]{0,31}$/;
const COPY = "copy:";

function copiedOf(template: string): string {
  return template.startsWith(COPY) ? template.slice(COPY.length) : "";
}

/** As the API takes it; a copy is of the kind of what is copied. */
function writtenOf(values: Values, flows: readonly KnownFlow[]): NewFlow {
  const copied = copiedOf(values.template);
  if (copied === "") return { ...values, copy_of: "" };
  const kind = flows.find(({ code }) => code === copied)?.kind ?? values.kind;
  return { ...values, kind, template: "", copy_of: copied };
}

function useOptions(templates: readonly string[], flows: readonly KnownFlow[]) {
  const { t } = useTranslation();
  return [
    {
      label: t("flows.new.template"),
      options: [...new Set([...templates, "empty"])].map((value) => ({
        value,
        label: wordFor("flows.template", value, value),
      })),
    },
    {
      label: t("flows.new.copy"),
      options: flows.map(({ code, name }) => ({
        value: `${COPY}${code}`,
        label: `${name} · ${code}`,
      })),
    },
  ];
}

/** A new flow from a template, from another flow, or empty. */
export function NewFlowDialog({
  beginning,
  onClose,
}: {
  beginning: Beginning;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useFlowVocabulary();
  const flows = data?.flows ?? [];
  const { copied, name = "" } = beginning;
  const initial: Values = {
    code: "",
    name: name.slice(0, 64),
    kind: copied?.kind ?? "flow",
    template: copied === undefined ? "article" : `${COPY}${copied.code}`,
  };
  const state = useApiForm<Values>({
    name: `flow/+${copied?.code ?? ""}`,
    initial,
    write: (values) => createFlow(writtenOf(values, flows)),
    keys: [["flows"], ["flow-vocabulary"]],
    onDone: ({ code }) => void navigate(`/flows/${code}`),
  });
  const template = Form.useWatch("template", state.form) ?? initial.template;
  const options = useOptions(data?.templates ?? [], flows);
  return (
    <FormDialog
      state={state}
      title={t("flows.new.title")}
      saveLabel={t("flows.new.submit")}
      onClose={onClose}
    >
      <FormItem name="name" label={t("flows.new.name")} required>
        <Input maxLength={64} placeholder={t("flows.new.nameHint")} />
      </FormItem>
      <FormItem
        name="code"
        label={t("flows.new.code")}
        hint={t("flows.new.codeHint")}
        required
        rules={[{ pattern: CODE, message: t("flows.new.codeForm") }]}
      >
        <Input maxLength={32} placeholder="night_line" translate="no" />
      </FormItem>
      {copiedOf(template) === "" && (
        <FormItem name="kind" label={t("flows.new.kind")}>
          <Choice
            label={t("flows.new.kind")}
            options={[
              { value: "flow", label: t("flows.kind.flow") },
              { value: "subflow", label: t("flows.kind.subflow") },
            ]}
          />
        </FormItem>
      )}
      <FormItem name="template" label={t("flows.new.from")}>
        <Select options={options} showSearch={{ optionFilterProp: "label" }} />
      </FormItem>
    </FormDialog>
  );
}
