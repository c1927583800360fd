import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { draftVersion, importFlow, messageOf, refusal } from "./data";

export interface Fault {
  code: string;
  place: string;
  text: string;
}

/** What is wrong with a flow, each with its place. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  return (
    <ul className="flow-faults">
      {faults.map(({ code, place, text }) => (
        <li key={`${code} ${place} ${text}`}>
          <code>{place}</code> {text}
        </li>
      ))}
    </ul>
  );
}

export function faultsOf(error: unknown): readonly Fault[] | null {
  const details = refusal(error, "flow.broken");
  return details === null ? null : ((details.faults ?? []) as Fault[]);
}

/** A flow from a file; a broken one is refused with the place of each fault. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [code, setCode] = useState("");
  const bring = useMutation({
    mutationFn: async (over: string | null) => {
      const replace = over === null ? null : await draftVersion(over);
      return importFlow({ code: over ?? code, name: "", file: file?.text ?? "", replace });
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["flows"] });
      void message.success(t("flows.import.done"));
      const missing = made.missing_prompts;
      if (missing.length > 0) {
        const prompts = missing.join(", ");
        void message.warning(t("flows.import.missingPrompts", { prompts }), 10);
      }
      void navigate(`/flows/${made.code}`);
    },
  });
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    bring.reset();
    setFile({ name: chosen.name, text: await chosen.text() });
  };
  const taken = refusal(bring.error, "flow.code_taken");
  const faults = faultsOf(bring.error);
  return (
    <Modal
      open
      width={640}
      title={t("flows.import.title")}
      okText={t("flows.import.submit")}
      okButtonProps={{ disabled: file === null }}
      confirmLoading={bring.isPending}
      onOk={() => bring.mutate(null)}
      onCancel={onClose}
    >
      <div className="flow-form">
        <p className="lx-soft">{t("flows.import.hint")}</p>
        <p>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            className="lx-visually-hidden"
            aria-label={t("flows.import.choose")}
            onChange={(event) => void choose(event.target.files?.[0])}
          />
          <Button onClick={() => input.current?.click()}>{t("flows.import.choose")}</Button>{" "}
          {file?.name}
        </p>
        <Field label={t("flows.import.code")}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={32}
              value={code}
              placeholder={t("flows.import.codeHint")}
              onChange={(event) => setCode(event.target.value.trim())}
            />
          )}
        </Field>
        {bring.isError && faults === null && (
          <p className="lx-tone-failed" role="alert">
            {messageOf(bring.error)}
          </p>
        )}
        {typeof taken?.code === "string" && (
          <p>
            <Button loading={bring.isPending} onClick={() => bring.mutate(String(taken.code))}>
              {t("flows.import.replace", { code: taken.code })}
            </Button>
          </p>
        )}
        {faults !== null && (
          <div role="alert">
            <p className="lx-tone-failed">{t("flows.import.faults", { count: faults.length })}</p>
            <FaultList faults={faults} />
          </div>
        )}
      </div>
    </Modal>
  );
}
