import type { PersonPassword, PersonRead, PowersRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { ApiForm, SaveOrCancel, useApiForm } from "../../shared/form";
import { RIGHTS, ROLES } from "../../shared/roles";
import { useSession } from "../../shared/session";
import { changePerson, draftOf, endLogins, resetPassword, switchPerson } from "./data";
import { FactorFact, FactorLoss } from "./factor";
import { type Editable, PersonFields } from "./fields";
import { StateTag } from "./state-tag";
import { ToldOnce } from "./told-once";

/** One account: how it stands, what is done to it, and what can be changed. */
export function PersonPanel({ person, powers }: { person: PersonRead; powers: PowersRead }) {
  const { t } = useTranslation();
  const own = useSession().person === person.id;
  return (
    <article className="detail">
      <p>
        <StateTag person={person} />
      </p>
      <PersonFacts person={person} />
      {own && <p className="lx-soft">{t("people.own")}</p>}
      {!own && person.acts.length === 0 && <p className="lx-soft">{t("people.readOnly")}</p>}
      <PersonActs person={person} />
      <FactorLoss person={person} />
      <PersonForm key={person.id} person={person} powers={powers} />
    </article>
  );
}

function PersonFacts({ person }: { person: PersonRead }) {
  const { t } = useTranslation();
  const { last_login: last, updated_by: by } = person;
  return (
    <dl className="facts">
      <div>
        <dt>{t("people.field.last_login")}</dt>
        <dd>{last === null ? t("people.never") : <TimeText at={last} />}</dd>
      </div>
      <div>
        <dt>{t("people.field.password")}</dt>
        <dd>{t(person.password_temporary ? "people.firstPassword" : "people.ownPassword")}</dd>
      </div>
      <FactorFact person={person} />
      {by !== null && (
        <div>
          <dt>{t("people.field.updated")}</dt>
          <dd>
            {by.number} {by.name} <TimeText at={person.updated_at} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Off, on, and another first password: each asks once. */
function PersonActs({ person }: { person: PersonRead }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const [told, setTold] = useState<PersonPassword | null>(null);
  const { number, name, active, acts } = person;
  const ask = (what: "off" | "on" | "reset" | "end") =>
    modal.confirm({
      title: t(`people.sure.${what}`, { number, name }),
      content: t(`people.sureHint.${what}`),
      okText: t(`people.act.${what}`),
      okButtonProps: { danger: what !== "on" },
      cancelText: t("common.cancel"),
    });
  const reread = () => client.invalidateQueries({ queryKey: ["people"] });
  const turn = async (on: boolean) => {
    const what = on ? "on" : "off";
    if (!(await ask(what)) || !(await act(() => switchPerson(person, on)))) return reread();
    await reread();
    return message.success(t(`people.done.${what}`, { number, name }));
  };
  const reset = async () => {
    if (!(await ask("reset"))) return;
    await act(async () => setTold(await resetPassword(person)));
    await reread();
  };
  const end = async () => {
    if (!(await ask("end")) || !(await act(() => endLogins(person)))) return;
    void message.success(t("people.done.end", { number, name }));
  };
  return (
    <>
      <p className="detail-buttons">
        {acts.includes("switch") && (
          <Button danger={active} loading={busy} onClick={() => void turn(!active)}>
            {t(`people.act.${active ? "off" : "on"}`)}
          </Button>
        )}
        {acts.includes("reset") && (
          <Button loading={busy} onClick={() => void reset()}>
            {t("people.act.reset")}
          </Button>
        )}
        {acts.includes("end_logins") && active && (
          <Button loading={busy} onClick={() => void end()}>
            {t("people.act.end")}
          </Button>
        )}
      </p>
      {told !== null && <ToldOnce told={told} onClose={() => setTold(null)} />}
    </>
  );
}

function PersonForm({ person, powers }: { person: PersonRead; powers: PowersRead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = editable(person, powers, useSession().person);
  const state = useApiForm({
    name: `person/${person.id}`,
    initial: draftOf(person),
    version: person.version,
    write: (values, base) => changePerson(person.id, base ?? person.version, values),
    keys: [["people"]],
    onDone: ({ number, name }) => void message.success(t("people.saved", { number, name })),
  });
  return (
    <ApiForm
      state={state}
      className="form"
      buttons={false}
      label={`${person.number} ${person.name}`}
    >
      <PersonFields may={may} roles={ROLES} rights={RIGHTS} />
      {(may.account || may.roles.length + may.rights.length > 0) && (
        <p className="detail-buttons detail-sticky">
          <SaveOrCancel state={state} />
        </p>
      )}
    </ApiForm>
  );
}

/** What the server will take of a change by the reader, whose key is `me`. */
function editable({ id, acts }: PersonRead, powers: PowersRead, me: number): Editable {
  const account = acts.includes("change");
  const grants = acts.includes("grant");
  return {
    account,
    expiry: account && id !== me,
    roles: grants ? powers.roles : [],
    rights: grants ? powers.rights : [],
  };
}
