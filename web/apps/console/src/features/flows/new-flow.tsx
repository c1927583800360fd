import { useTranslation, wordFor } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { createFlow, type FlowItem, messageOf, useFlowVocabulary } from "./data";

/** With what the dialog begins: nothing, or the flow that is to be copied. */
export interface Beginning {
  copyOf?: string;
  name?: string;
}

const CODE = /^[a-z][a-z0-9_-]{0,31}$/;

/** A new flow from a template, from another flow, or empty. */
export function NewFlowDialog({
  beginning,
  flows,
  onClose,
}: {
  beginning: Beginning;
  flows: readonly FlowItem[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data } = useFlowVocabulary();
  const [name, setName] = useState(beginning.name ?? "");
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<"flow" | "subflow">("flow");
  const [from, setFrom] = useState(
    beginning.copyOf === undefined ? "template:article" : `copy:${beginning.copyOf}`,
  );
  const [source, origin] = [from.slice(0, from.indexOf(":")), from.slice(from.indexOf(":") + 1)];
  const make = useMutation({
    mutationFn: () =>
      createFlow({
        code,
        name: name.trim(),
        kind,
        template: source === "template" ? origin : "",
        copy_of: source === "copy" ? origin : "",
      }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["flows"] });
      void navigate(`/flows/${made.code}`);
    },
  });
  const complete = name.trim() !== "" && CODE.test(code);
  const templates = [...(data?.templates ?? []), "empty"];
  const options = [
    {
      label: t("flows.new.template"),
      options: [...new Set(templates)].map((each) => ({
        value: `template:${each}`,
        label: wordFor("flows.template", each, each),
      })),
    },
    {
      label: t("flows.new.copy"),
      options: flows.map((flow) => ({
        value: `copy:${flow.code}`,
        label: `${flow.name} · ${flow.code}`,
      })),
    },
  ];
  return (
    <Modal
      open
      title={t("flows.new.title")}
      okText={t("flows.new.submit")}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={make.isPending}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <div className="flow-form">
        <Field label={t("flows.new.name")} required>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={64}
              value={name}
              placeholder={t("flows.new.nameHint")}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t("flows.new.code")}
          required
          error={code === "" || CODE.test(code) ? undefined : t("flows.new.codeHint")}
        >
          {(ids) => (
            <Input
              {...ids}
              maxLength={32}
              value={code}
              placeholder={t("flows.new.codeHint")}
              onChange={(event) => setCode(event.target.value)}
              onPressEnter={() => complete && make.mutate()}
            />
          )}
        </Field>
        <Field label={t("flows.new.kind")}>
          {() => (
            <Choice
              label={t("flows.new.kind")}
              value={kind}
              options={[
                { value: "flow", label: t("flows.kind.flow") },
                { value: "subflow", label: t("flows.kind.subflow") },
              ]}
              onChange={setKind}
            />
          )}
        </Field>
        <Field label={t("flows.new.from")}>
          {({ id }) => <Select id={id} value={from} options={options} onChange={setFrom} />}
        </Field>
        {make.isError && (
          <p className="lx-tone-failed" role="alert">
            {messageOf(make.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
