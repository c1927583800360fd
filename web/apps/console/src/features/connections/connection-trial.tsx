import { useTranslation, wordFor } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { type Connection, type TrialAnswer, type TrialRequest, tryConnection } from "./data";

/** A trial as it is typed: the values to pick are lines of text. */
interface Typed {
  path: string;
  picks: string;
  query: string;
  values: Record<string, string>;
}

/** A list shows what is to be chosen in it where nothing is. */
const NONE_AS_NULL = { getValueProps: (code: string) => ({ value: code || null }) };

/** `name = path` in each line, as the flow's node picks values; null where a line is none. */
function picksOf(text: string): Record<string, string> | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const pairs = lines.map((line) => /^\s*([^=\s]+)\s*=\s*(\S.*?)\s*$/.exec(line));
  const found = pairs.flatMap((pair) => (pair === null ? [] : [[pair[1], pair[2]] as const]));
  return found.length === lines.length ? Object.fromEntries(found) : null;
}

/** Only what the kind of the connection, and the statement, asks for is sent. */
function trialOf(row: Connection, { path, picks, query, values }: Typed): TrialRequest {
  const http = row.kind === "http";
  const wanted = row.queries.find(({ code }) => code === query)?.parameters ?? [];
  return {
    method: "GET",
    body: {},
    path,
    picks: (http && picksOf(picks)) || {},
    query: http ? "" : query,
    values: Object.fromEntries(wanted.map((name) => [name, values[name] ?? ""])),
  };
}

/** Ask as a flow would; each try is noted. */
export function ConnectionTrial({ row }: { row: Connection }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const state = useApiForm<Typed>({
    name: `connection/${row.code}/try`,
    initial: { path: "/", picks: "", query: row.queries[0]?.code ?? "", values: {} },
    write: async (typed) => {
      setAnswer(null); // an older answer is not that of this question
      setAnswer(await tryConnection(row.code, trialOf(row, typed)));
    },
    onDone: () => undefined,
  });
  return (
    <ApiForm state={state} buttons={false}>
      {row.kind === "http" ? <HttpTrial /> : <SqlTrial queries={row.queries} />}
      <p className="detail-buttons">
        <Button
          htmlType="submit"
          loading={state.busy}
          disabled={row.kind !== "http" && row.queries.length === 0}
        >
          {t("connections.try.run")}
        </Button>
        <span className="lx-faint">{t("connections.try.noted")}</span>
      </p>
      {answer !== null && <Answer answer={answer} />}
    </ApiForm>
  );
}

function HttpTrial() {
  const { t } = useTranslation();
  const validator = (_: unknown, text: string) =>
    picksOf(text) === null
      ? Promise.reject(new Error(t("connections.try.badPicks")))
      : Promise.resolve();
  return (
    <>
      <FormItem name="path" label={t("connections.try.path")}>
        <Input maxLength={1000} />
      </FormItem>
      <FormItem
        name="picks"
        label={t("connections.try.picks")}
        hint={t("connections.try.picksHint")}
        rules={[{ validator }]}
      >
        <Input.TextArea
          rows={3}
          maxLength={2000}
          placeholder="amount = data.items.0.amount"
          translate="no"
        />
      </FormItem>
    </>
  );
}

function SqlTrial({ queries }: { queries: Connection["queries"] }) {
  const { t } = useTranslation();
  const code = Form.useWatch<string | undefined>("query");
  const query = queries.find((each) => each.code === code);
  return (
    <>
      <FormItem name="query" label={t("connections.query.title")} required {...NONE_AS_NULL}>
        <Select
          placeholder={t("connections.query.none")}
          options={queries.map((each) => ({ value: each.code, label: each.code }))}
        />
      </FormItem>
      {query?.parameters.map((name) => (
        <FormItem key={name} name={["values", name]} label={name}>
          <Input maxLength={200} />
        </FormItem>
      ))}
    </>
  );
}

function Answer({ answer }: { answer: TrialAnswer }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <Tag
        tone={answer.outcome === "error" ? "failed" : "ready"}
        shape={answer.outcome === "error" ? "cross" : "disc"}
      >
        {answer.outcome === "error"
          ? wordFor("connections.reason", answer.reason, answer.reason)
          : t(`connections.try.${answer.outcome}`)}
      </Tag>
      {answer.outcome === "ok" && (
        <pre className="data">{JSON.stringify(answer.values, null, 2)}</pre>
      )}
    </div>
  );
}
