import { useTranslation, wordFor } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { Button, Select } from "antd";
import { useState } from "react";
import { LineField } from "../../shared/components/line-field";
import { useAct } from "../../shared/components/use-act";
import { type Connection, type TrialAnswer, tryConnection } from "./data";

/** `name = path` in each line, as the flow's node picks values. */
function picked(text: string): Record<string, string> {
  const pairs = text.split("\n").map((line) => line.split("=").map((part) => part.trim()));
  return Object.fromEntries(
    pairs.flatMap(([name, path]) => (name && path ? [[name, path] as const] : [])),
  );
}

/** Ask as a flow would; each try is noted. */
export function ConnectionTrial({ row }: { row: Connection }) {
  const { t } = useTranslation();
  const [busy, act] = useAct();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const [path, setPath] = useState("/");
  const [picks, setPicks] = useState("");
  const [code, setCode] = useState(row.queries[0]?.code ?? "");
  const [values, setValues] = useState<Record<string, string>>({});
  const query = row.queries.find((each) => each.code === code);
  const run = () =>
    act(async () => {
      const asked = { method: "GET" as const, path, picks: picked(picks), query: code, values };
      setAnswer(await tryConnection(row.code, { body: {}, ...asked }));
    });
  return (
    <div className="form-stack">
      {row.kind === "http" ? (
        <>
          <LineField
            label={t("connections.try.path")}
            value={path}
            onChange={setPath}
            most={1000}
          />
          <LineField
            label={t("connections.try.picks")}
            value={picks}
            onChange={setPicks}
            rows={3}
            most={2000}
            placeholder="amount = data.items.0.amount"
          />
        </>
      ) : (
        <>
          <Select
            aria-label={t("connections.query.title")}
            value={code || null}
            placeholder={t("connections.query.none")}
            options={row.queries.map((each) => ({ value: each.code, label: each.code }))}
            onChange={setCode}
          />
          {query?.parameters.map((name) => (
            <LineField
              key={name}
              label={name}
              value={values[name] ?? ""}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
        </>
      )}
      <p className="detail-buttons">
        <Button
          loading={busy}
          disabled={row.kind !== "http" && query === undefined}
          onClick={() => void run()}
        >
          {t("connections.try.run")}
        </Button>
        <span className="lx-faint">{t("connections.try.noted")}</span>
      </p>
      {answer !== null && <Answer answer={answer} />}
    </div>
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
