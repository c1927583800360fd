import { fullMoment, useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Input, Modal } from "antd";
import { useState } from "react";
import { DateTimeField } from "../../shared/components/date-time-field";
import { localNow, localOf, zoned } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import { type FlowDetail, messageOf, publish, runScenarios, type useFlowVocabulary } from "./data";
import type { DraftKeeper } from "./draft-keeper";
import { FaultList, faultsOf } from "./import-dialog";
import { ResultRow } from "./scenario-result";

interface Props {
  flow: FlowDetail;
  keeper: DraftKeeper;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
  onClose: () => void;
}

function useResults(code: string, keeper: DraftKeeper) {
  return useQuery({
    queryKey: ["flow-scenarios-run", code, keeper.known],
    queryFn: async () => {
      await keeper.flush();
      return runScenarios(code, keeper.store.get().document.spec);
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** A note, the scenarios' results, the time: then the draft becomes a version. */
export function PublishDialog({ flow, keeper, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { zone } = useSession();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const [when, setWhen] = useState<"now" | "later">("now");
  const [at, setAt] = useState(() => localNow(zone, 24));
  const results = useResults(flow.code, keeper);
  const failed = results.data?.filter(({ passed }) => !passed) ?? [];
  const errors = keeper.store
    .get()
    .overlay.findings.filter(({ severity }) => severity === "error")
    .map(({ code, place, message: text }) => ({ code, place, text }));
  const go = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return publish(flow.code, {
        version: keeper.known,
        note: note.trim(),
        reason: reason.trim(),
        ...(when === "later" ? { at: zoned(at, zone) } : {}),
      });
    },
    onSuccess: async ({ number, effective_at }) => {
      await Promise.all(
        ["flow-state", "flow-versions"].map((key) =>
          client.invalidateQueries({ queryKey: [key, flow.code] }),
        ),
      );
      const time = fullMoment(effective_at, zone);
      void message.success(
        when === "later"
          ? t("flows.publish.doneLater", { number, time })
          : t("flows.publish.done", { number }),
      );
      onClose();
    },
  });
  const faults = faultsOf(go.error) ?? (errors.length > 0 ? errors : null);
  const complete =
    note.trim() !== "" && (failed.length === 0 || reason.trim() !== "") && results.isSuccess;
  return (
    <Modal
      open
      width={640}
      title={t("flows.publish.title", { name: flow.name })}
      okText={t(when === "now" ? "flows.publish.submit" : "flows.publish.submitLater")}
      okButtonProps={{ disabled: !complete || errors.length > 0 }}
      confirmLoading={go.isPending}
      onOk={() => go.mutate()}
      onCancel={onClose}
    >
      <div className="flow-form">
        {faults !== null && (
          <div role="alert">
            <p className="lx-tone-failed">{t("flows.publish.broken", { count: faults.length })}</p>
            <FaultList faults={faults} />
          </div>
        )}
        <Field label={t("flows.publish.note")} required>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 5 }}
              maxLength={500}
              placeholder={t("flows.publish.noteHint")}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("flows.publish.scenarios")}>{() => <Results results={results} />}</Field>
        {failed.length > 0 && (
          <Field label={t("flows.publish.reason")} required>
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={500}
                placeholder={t("flows.publish.reasonMissing")}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        {flow.kind === "flow" && (
          <Field label={t("flows.publish.when")}>
            {() => (
              <div className="flow-when">
                <Choice
                  label={t("flows.publish.when")}
                  value={when}
                  options={[
                    { value: "now", label: t("flows.publish.now") },
                    { value: "later", label: t("flows.publish.later") },
                  ]}
                  onChange={setWhen}
                />
                {when === "later" && (
                  <DateTimeField
                    aria-label={t("flows.publish.at")}
                    value={zoned(at, zone)}
                    onChange={(instant) => setAt(localOf(instant, zone))}
                  />
                )}
              </div>
            )}
          </Field>
        )}
        <p className="lx-faint">{t("flows.publish.inForce")}</p>
        {go.isError && faultsOf(go.error) === null && (
          <p className="lx-tone-failed" role="alert">
            {messageOf(go.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}

function Results({ results }: { results: ReturnType<typeof useResults> }) {
  const { t } = useTranslation();
  if (results.isError) return <p className="lx-tone-failed">{messageOf(results.error)}</p>;
  if (!results.data) return <p className="lx-soft">{t("flows.publish.running")}</p>;
  const failed = results.data.filter(({ passed }) => !passed);
  if (results.data.length === 0) return <p className="lx-soft">{t("flows.publish.noScenarios")}</p>;
  if (failed.length === 0) {
    return (
      <p className="lx-tone-ready">
        {t("flows.publish.allPassed", { count: results.data.length })}
      </p>
    );
  }
  return (
    <>
      <p className="lx-tone-failed">{t("flows.publish.someFailed", { failed: failed.length })}</p>
      <ul className="flow-results">
        {failed.map((result) => (
          <ResultRow key={result.id} result={result} />
        ))}
      </ul>
    </>
  );
}
