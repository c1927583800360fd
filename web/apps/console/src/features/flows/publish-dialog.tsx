import { fullMoment, useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { DateTimeField, useMomentRules } from "../../shared/components/date-time-field";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { localNow, zoned } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import {
  type FlowDetail,
  messageOf,
  type Publish,
  publish,
  refusal,
  runScenarios,
  useFlowVocabulary,
} from "./data";
import type { DraftKeeper } from "./draft-keeper";
import { type Fault, FaultList, faultsOf } from "./fault-list";
import { ResultRow } from "./scenario-result";

/** `at`: null at once. */
type Values = Required<Omit<Publish, "version">>;

function useResults(code: string, keeper: DraftKeeper) {
  return useQuery({
    queryKey: ["flow-scenarios-run", code],
    queryFn: async () => {
      await keeper.flush();
      return runScenarios(code, keeper.store.get().document.spec);
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** What lint has marked on the canvas as wrong. */
function errorsOn({ store }: DraftKeeper): readonly Fault[] {
  const errors = store.get().overlay.findings.filter(({ severity }) => severity === "error");
  return errors.map(({ code, place, message: text }) => ({ code, place, text }));
}

/** A note, the scenarios' results, the time: then the draft becomes a version. */
export function PublishDialog({
  flow,
  keeper,
  onClose,
}: {
  flow: FlowDetail;
  keeper: DraftKeeper;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const momentRules = useMomentRules();
  const { message } = App.useApp();
  const { zone } = useSession();
  const [refused, setRefused] = useState<unknown>(null);
  const results = useResults(flow.code, keeper);
  const failed = results.data?.filter(({ passed }) => !passed) ?? [];
  const errors = errorsOn(keeper);
  const go = async ({ note, reason, at }: Values) => {
    await keeper.flush();
    const { number, effective_at } = await publish(flow.code, {
      version: keeper.known,
      note,
      reason: failed.length > 0 ? reason : "",
      at,
    });
    const time = fullMoment(effective_at, zone);
    void message.success(
      at === null
        ? t("flows.publish.done", { number })
        : t("flows.publish.doneLater", { number, time }),
    );
  };
  const state = useApiForm<Values>({
    name: `flow/${flow.code}/publish`,
    initial: { note: "", reason: "", at: null },
    write: (values) => {
      setRefused(null);
      return go(values).catch((error: unknown) => {
        setRefused(error);
        // Another draft than the one that was tried: the reason is asked for once it was.
        if (refusal(error, "flow.scenarios_failing") !== null) void results.refetch();
        throw error;
      });
    },
    keys: [
      ["flow-state", flow.code],
      ["flow-versions", flow.code],
    ],
    onDone: onClose,
  });
  const at = Form.useWatch("at", state.form) ?? null;
  const known = useFlowVocabulary().data;
  const faults = errors.length > 0 ? errors : faultsOf(refused);
  return (
    <FormDialog
      state={state}
      title={t("flows.publish.title", { name: flow.name })}
      width={640}
      saveLabel={t(at === null ? "flows.publish.submit" : "flows.publish.submitLater")}
      disabled={!results.isSuccess || errors.length > 0}
      onClose={onClose}
    >
      {faults.length > 0 && (
        <div role="alert">
          <p className="lx-tone-failed">{t("flows.publish.broken", { count: faults.length })}</p>
          <FaultList
            faults={faults}
            drawn={{ store: keeper.store, vocabulary: known?.vocabulary, onSeek: onClose }}
          />
        </div>
      )}
      <FormItem name="note" label={t("flows.publish.note")} required>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={500}
          placeholder={t("flows.publish.noteHint")}
        />
      </FormItem>
      <FormItem label={t("flows.publish.scenarios")}>
        <Results results={results} />
      </FormItem>
      {failed.length > 0 && (
        <FormItem name="reason" label={t("flows.publish.reason")} required>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            placeholder={t("flows.publish.reasonMissing")}
          />
        </FormItem>
      )}
      {flow.kind === "flow" && (
        <FormItem name="at" label={t("flows.publish.when")} rules={momentRules}>
          <Moment />
        </FormItem>
      )}
      <p className="lx-faint">{t("flows.publish.inForce")}</p>
    </FormDialog>
  );
}

/** At once, or at a moment that is chosen; a day from now to begin with. */
function Moment({
  value = null,
  onChange,
  id,
  "aria-describedby": describedBy,
}: {
  /** The form gives these. */
  value?: string | null;
  onChange?: (at: string | null) => void;
  id?: string;
  "aria-describedby"?: string;
}) {
  const { t } = useTranslation();
  const { zone } = useSession();
  return (
    <div className="flow-when" id={id}>
      <Choice
        label={t("flows.publish.when")}
        value={value === null ? "now" : "later"}
        options={[
          { value: "now", label: t("flows.publish.now") },
          { value: "later", label: t("flows.publish.later") },
        ]}
        onChange={(when) => onChange?.(when === "now" ? null : zoned(localNow(zone, 24), zone))}
      />
      {value !== null && (
        <DateTimeField
          aria-label={t("flows.publish.at")}
          aria-describedby={describedBy}
          value={value}
          onChange={(at) => onChange?.(at)}
        />
      )}
    </div>
  );
}

function Results({ results }: { results: ReturnType<typeof useResults> }) {
  const { t } = useTranslation();
  if (results.isError) {
    return (
      <p className="lx-tone-failed">
        {messageOf(results.error)}{" "}
        <Button size="small" onClick={() => void results.refetch()}>
          {t("common.retry")}
        </Button>
      </p>
    );
  }
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
