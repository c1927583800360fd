import { ApiError } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { Alert, App, Modal } from "antd";
import { useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { importKnowledge } from "./data";

interface Fault {
  row: number;
  field: string;
  fault: string;
  value: string;
}

const MOST_BYTES = 200_000;

/** A tree from a CSV or JSON file: all of it, or nothing and every mistake by its row. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [text, setText] = useState<string | null>(null);
  const [large, setLarge] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const {
    busy,
    problem: refusal,
    run,
    reset,
  } = useApiMutation({
    write: async () => {
      const { made, changed } = await importKnowledge(text ?? "");
      void message.success(t("knowledge.import.done", { made, changed }));
    },
    keys: [["knowledge"]],
    tell: "form",
    onRefused: (error) =>
      setFaults(error instanceof ApiError ? ((error.details.faults as Fault[]) ?? []) : []),
  });
  const choose = async (file: File | undefined) => {
    setFaults([]);
    reset();
    const tooLarge = file !== undefined && file.size > MOST_BYTES;
    setLarge(tooLarge);
    setText(file === undefined || tooLarge ? null : await file.text());
  };
  const save = async () => {
    setFaults([]);
    if (await run()) onClose();
  };
  const problem = large ? t("knowledge.import.large") : refusal;
  return (
    <Modal
      open
      title={t("knowledge.import.title")}
      okText={t("knowledge.import.run")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: text === null }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-stack">
        <p className="lx-soft">{t("knowledge.import.hint")}</p>
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          aria-label={t("knowledge.import.file")}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
        {faults.length > 0 && (
          <ul aria-label={t("knowledge.import.faults")}>
            {faults.map((fault) => (
              <li key={`${fault.row} ${fault.field} ${fault.fault}`}>
                {t("knowledge.import.row", { row: fault.row })} {fault.field}{" "}
                {wordFor("knowledge.fault", fault.fault, fault.fault)}{" "}
                <span className="lx-faint">{fault.value}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
