import { useTranslation } from "@lianxin/i18n";
import { Skeleton, useNow } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { LoadFailure } from "../../shared/components/load-failure";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { invalidateKeys } from "../../shared/data/invalidate";
import { KeptHint } from "../../shared/form";
import { type Poll, removePoll, type Tally, usePoll, usePollResults } from "./data";
import { PollTag, phaseOf } from "./phase";
import { PollForm, pollForm } from "./poll-form";

/** A poll: how many have voted, and after its end what. */
export function PollView({
  code,
  onRemoved,
  onMoved,
}: {
  code: string;
  onRemoved: () => void;
  onMoved: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const { data, error, refetch } = usePoll(code);
  const [editing, setEditing] = useState(false);
  const [busy, act] = useAct();
  const now = useNow();
  const over = data !== undefined && phaseOf(data.poll, now) === "over";
  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <Skeleton rows={8} label={t("common.loading")} />;
  const { poll, days } = data;
  if (editing) {
    const done = (next: string) => {
      setEditing(false);
      onMoved(next);
    };
    return <PollForm known={poll} onDone={done} onCancel={() => setEditing(false)} />;
  }
  const remove = async () => {
    const sure = await modal.confirm({
      title: t("polls.removeSure", { title: poll.title }),
      okText: t("polls.remove"),
      cancelText: t("common.cancel"),
    });
    if (!sure) return;
    const removed = await act(() => removePoll(code));
    if (removed) onRemoved();
    await invalidateKeys(client, [["polls"], ["poll"]], removed ? ["poll", code] : null);
  };
  return (
    <article className="detail detail-wide">
      {!over && <KeptHint name={pollForm(poll.code)} onResume={() => setEditing(true)} />}
      <PollTag poll={poll} />
      <h2>{poll.title}</h2>
      <p className="lx-soft">
        <TimeText at={poll.opens_at} brief /> — <TimeText at={poll.closes_at} brief />
      </p>
      <p className="detail-buttons">
        {!over && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t("polls.edit")}
          </Button>
        )}
        {poll.turnout === 0 && (
          <Button danger loading={busy} onClick={() => void remove()}>
            {t("polls.remove")}
          </Button>
        )}
      </p>
      <h3>{t("polls.turnout")}</h3>
      <p>
        <strong className="lx-figure">{t("polls.people", { count: poll.turnout })}</strong>
      </p>
      <Days days={days} />
      {over ? (
        <Results poll={poll} />
      ) : (
        <>
          <p className="lx-soft">{t("polls.later")}</p>
          <Questions poll={poll} />
        </>
      )}
      <p className="lx-faint">{t("polls.use")}</p>
    </article>
  );
}

function Days({ days }: { days: readonly { day: string; votes: number }[] }) {
  const { t } = useTranslation();
  if (days.length < 2) return null;
  const most = Math.max(...days.map(({ votes }) => votes));
  return (
    <div className="turnout" role="img" aria-label={t("polls.byDay")}>
      {days.slice(-60).map(({ day, votes }) => (
        <span
          key={day}
          title={`${day} · ${t("polls.votes", { count: votes })}`}
          style={{ height: `${(votes / most) * 100}%` }}
        />
      ))}
    </div>
  );
}

function Questions({ poll }: { poll: Poll }) {
  return (
    <ol className="form-stack">
      {poll.questions.map((question) => (
        <li key={question.code}>
          {question.text}
          <p className="lx-soft">
            {question.choices.map(({ key, text }) => `${key} ${text}`).join("　")}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Results({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const { data, error, refetch } = usePollResults(poll.code, true);
  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <Skeleton rows={4} label={t("common.loading")} />;
  return (
    <>
      <h3>{t("polls.results")}</h3>
      {poll.questions.map((question) => (
        <Chart
          key={question.code}
          title={question.text}
          rows={data.tallies.filter((tally) => tally.question === question.code)}
        />
      ))}
      <p className="detail-buttons">
        <Button href={`/api/polls/${poll.code}/results.csv`} download>
          {t("polls.csv")}
        </Button>
        <Button onClick={() => window.print()}>{t("common.print")}</Button>
      </p>
    </>
  );
}

function Chart({ title, rows }: { title: string; rows: readonly Tally[] }) {
  const { t } = useTranslation();
  const voters = Math.max(1, rows[0]?.voters ?? 1);
  return (
    <section>
      <p>
        {title}{" "}
        <span className="lx-faint">{t("polls.voters", { count: rows[0]?.voters ?? 0 })}</span>
      </p>
      {rows.map((row) => (
        <div className="tally" key={row.choice}>
          <span>
            {row.choice} {row.text}
          </span>
          <span className="tally-bar" aria-hidden="true">
            <span style={{ width: `${(row.votes / voters) * 100}%` }} />
          </span>
          <span className="lx-figure">
            {t("polls.votes", { count: row.votes })} · {Math.round((row.votes / voters) * 100)}%
          </span>
        </div>
      ))}
    </section>
  );
}
