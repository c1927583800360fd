import { ApiError, type PeopleColumn, type PeoplePreview, type PersonMade } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Alert, Modal } from "antd";
import { useRef, useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useOneSend } from "../../shared/form";
import { isBroken, textOfFile } from "../../shared/formats/file-text";
import { importPeople, previewPeople } from "./data";
import { FaultList, ImportPreview } from "./import-preview";
import { ImportResult } from "./import-result";

const MOST_BYTES = 200_000;

interface Seen {
  text: string;
  doubtful: boolean;
  preview: PeoplePreview;
}

/** People from a spreadsheet: as it was understood, then all of them or nobody, then passwords. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const chosen = useRef<File | undefined>(undefined);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [made, setMade] = useState<PersonMade[] | null>(null);
  const reading = useApiMutation({
    write: async (file: File) => {
      const found = await textOfFile(file);
      if (chosen.current !== file) return; // another one was chosen meanwhile
      if (found === null) return setWrong(t("people.import.notText"));
      if (isBroken(found)) return setWrong(t("common.form.brokenText", { ...found }));
      const preview = await previewPeople(found.text, []);
      if (chosen.current === file) setSeen({ ...found, preview });
    },
    tell: "form",
  });
  const mapping = useApiMutation({
    write: async (columns: PeopleColumn[]) => {
      if (seen === null) return;
      setSeen({ ...seen, preview: await previewPeople(seen.text, columns) });
    },
    tell: "form",
  });
  const writing = useApiMutation({
    write: async ({ text, preview }: Seen) => setMade(await importPeople(text, preview.columns)),
    keys: [["people"]],
    tell: "form",
  });
  const choose = async (file: File | undefined) => {
    chosen.current = file;
    setSeen(null);
    setWrong(null);
    for (const each of [reading, mapping, writing]) each.reset();
    if (file === undefined) return;
    if (file.size > MOST_BYTES) return setWrong(t("people.import.large"));
    await reading.run(file);
  };
  const one = useOneSend();
  const save = async () => {
    if (seen === null || !one.begin()) return; // a double click would find all numbers taken
    await writing.run(seen);
    one.end();
  };
  if (made !== null) return <ImportResult made={made} onClose={onClose} />;
  const problem = wrong ?? reading.problem ?? mapping.problem ?? writing.problem;
  return (
    <Modal
      open
      width={800}
      title={t("people.import.title")}
      okText={t("people.import.run")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: seen === null || seen.preview.faults.length > 0 || mapping.busy }}
      confirmLoading={writing.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-stack">
        <p className="lx-soft">{t("people.import.hint")}</p>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={t("people.import.file")}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
        <FaultList faults={faultsOf(writing.refusal)} />
        {reading.busy && <p className="lx-soft">{t("common.loading")}</p>}
        {seen?.doubtful && <Alert type="warning" showIcon title={t("common.form.doubtfulText")} />}
        {seen !== null && (
          <ImportPreview
            seen={seen.preview}
            busy={mapping.busy}
            onColumns={(columns) => void mapping.run(columns)}
          />
        )}
      </div>
    </Modal>
  );
}

function faultsOf(refusal: unknown): PeoplePreview["faults"] {
  if (!(refusal instanceof ApiError)) return [];
  return (refusal.details.faults as PeoplePreview["faults"] | undefined) ?? [];
}
