import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Alert, App, Modal } from "antd";
import { useRef, useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useOneSend } from "../../shared/form";
import { isBroken, textOfFile } from "../../shared/formats/file-text";
import { importKnowledge, type KnowledgePreview, previewKnowledge } from "./data";
import { FaultList, ImportPreview } from "./import-preview";

const MOST_BYTES = 200_000;

/** A tree from a CSV or JSON file: shown as it was understood, then all of it or nothing. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const chosen = useRef<File | undefined>(undefined);
  const [text, setText] = useState("");
  const [seen, setSeen] = useState<KnowledgePreview | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [doubtful, setDoubtful] = useState(false);
  const reading = useApiMutation({
    write: async (file: File) => {
      const found = await textOfFile(file);
      if (chosen.current !== file) return; // another one was chosen meanwhile
      if (found === null) return setWrong(t("knowledge.import.notText"));
      if (isBroken(found)) return setWrong(t("common.form.brokenText", { ...found }));
      const would = await previewKnowledge(found.text);
      if (chosen.current !== file) return;
      setText(found.text);
      setDoubtful(found.doubtful);
      setSeen(would);
    },
    tell: "form",
  });
  const writing = useApiMutation({
    write: async () => {
      const { made, changed } = await importKnowledge(text);
      void message.success(t("knowledge.import.done", { made, changed }));
    },
    keys: [["knowledge"]],
    tell: "form",
  });
  const choose = async (file: File | undefined) => {
    chosen.current = file;
    setSeen(null);
    setWrong(null);
    reading.reset();
    writing.reset();
    if (file === undefined) return;
    if (file.size > MOST_BYTES) return setWrong(t("knowledge.import.large"));
    await reading.run(file);
  };
  const one = useOneSend();
  const save = async () => {
    if (!one.begin()) return; // a double click would say that nothing was new
    const written = await writing.run();
    one.end();
    if (written) onClose();
  };
  const problem = wrong ?? reading.problem ?? writing.problem;
  return (
    <Modal
      open
      width={800}
      title={t("knowledge.import.title")}
      okText={t("knowledge.import.run")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: seen === null || seen.faults.length > 0 }}
      confirmLoading={writing.busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-stack">
        <p className="lx-soft">{t("knowledge.import.hint")}</p>
        <input
          type="file"
          accept=".csv,.txt,.json,text/csv,text/plain,application/json"
          aria-label={t("knowledge.import.file")}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
        <FaultList faults={faultsOf(writing.refusal)} />
        {reading.busy && <p className="lx-soft">{t("common.loading")}</p>}
        {seen !== null && doubtful && (
          <Alert type="warning" showIcon title={t("common.form.doubtfulText")} />
        )}
        {seen !== null && <ImportPreview seen={seen} />}
      </div>
    </Modal>
  );
}

function faultsOf(refusal: unknown): KnowledgePreview["faults"] {
  if (!(refusal instanceof ApiError)) return [];
  return (refusal.details.faults as KnowledgePreview["faults"] | undefined) ?? [];
}
