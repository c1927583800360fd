import { useTranslation } from "@lianxin/i18n";
import { App, Button, Input } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { isBroken, textOfFile } from "../../shared/formats/file-text";
import { draftVersion, importFlow, refusal } from "./data";
import { FaultList, faultsOf } from "./fault-list";

interface FlowFile {
  name: string;
  text: string;
}

interface Values {
  file: FlowFile | null;
  /** "": the code that stands in the file. */
  code: string;
}

/** A flow from a file; a broken one is refused with the place of each fault. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<unknown>(null);
  /** The flow whose draft is to be replaced, when that was pressed. */
  const replaced = useRef<string | null>(null);
  const made = useRef("");
  const bring = async ({ file, code }: Values) => {
    const over = replaced.current;
    replaced.current = null;
    const replace = over === null ? null : await draftVersion(over);
    const { code: imported, missing_prompts: missing } = await importFlow({
      code: over ?? code,
      name: "",
      file: file?.text ?? "",
      replace,
    });
    made.current = imported;
    void message.success(t("flows.import.done"));
    if (missing.length > 0) {
      const prompts = missing.join(", ");
      void message.warning(t("flows.import.missingPrompts", { prompts }), 10);
    }
  };
  const state = useApiForm<Values>({
    name: "flow/import",
    initial: { file: null, code: "" },
    write: (values) => {
      setRefused(null);
      return bring(values).catch((error: unknown) => {
        setRefused(error);
        throw error;
      });
    },
    keys: [["flows"], ["flow-vocabulary"]],
    onDone: () => void navigate(`/flows/${made.current}`),
  });
  const forget = () => setRefused(null);
  const taken = refusal(refused, "flow.code_taken")?.code;
  const faults = faultsOf(refused);
  return (
    <FormDialog
      state={state}
      title={t("flows.import.title")}
      width={640}
      saveLabel={t("flows.import.submit")}
      onClose={onClose}
    >
      {faults.length > 0 && (
        <div>
          <p className="lx-tone-failed">{t("flows.import.faults", { count: faults.length })}</p>
          <FaultList faults={faults} />
        </div>
      )}
      <FormItem
        name="file"
        hint={t("flows.import.hint")}
        rules={[{ required: true, message: t("flows.import.fileMissing") }]}
      >
        <FileField onChange={forget} />
      </FormItem>
      <FormItem
        name="code"
        label={t("flows.import.code")}
        normalize={(code: string) => code.trim()}
      >
        <Input maxLength={32} placeholder={t("flows.import.codeHint")} onChange={forget} />
      </FormItem>
      {typeof taken === "string" && (
        <p>
          <Button
            loading={state.busy}
            onClick={() => {
              replaced.current = taken;
              state.form.submit();
            }}
          >
            {t("flows.import.replace", { code: taken })}
          </Button>
        </p>
      )}
    </FormDialog>
  );
}

/** A file of text: its name is shown, what it holds is the value. */
function FileField({
  value = null,
  onChange,
  id,
  "aria-describedby": describedBy,
}: {
  /** The form gives these. */
  value?: FlowFile | null;
  onChange?: (file: FlowFile) => void;
  id?: string;
  "aria-describedby"?: string;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { message } = App.useApp();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = await textOfFile(file);
    if (found === null) return void message.error(t("common.form.notText"), 8);
    if (isBroken(found)) return void message.error(t("common.form.brokenText", { ...found }), 8);
    if (found.doubtful) void message.warning(t("common.form.doubtfulText"), 8);
    onChange?.({ name: file.name, text: found.text });
  };
  return (
    <div className="form-row">
      <Button id={id} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {t("flows.import.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={t("flows.import.choose")}
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = ""; // the same file again, mended, is a choice too
        }}
      />
      <span>{value?.name}</span>
    </div>
  );
}
