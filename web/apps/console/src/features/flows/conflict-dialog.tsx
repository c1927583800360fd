import {
  conflictKey,
  type FieldTexts,
  merge,
  NODE_TYPES,
  nodeName,
  type Side,
  same,
  useFieldTexts,
  type Vocabulary,
} from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useRef, useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { createFlow, type FlowDetail, saveDraft } from "./data";
import type { DraftKeeper, Theirs } from "./draft-keeper";

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What one side says where the other says something else: the fields of a node, or the field of
 * the flow itself that is named. */
function shown(
  texts: FieldTexts,
  value: unknown,
  other: unknown,
  head: string,
  none: string,
): string {
  if (typeof value === "string" && head === "") return value; // what a node or a frame is called
  if (head !== "") return texts.value("", head, value);
  if (!isFields(value)) return none;
  const against: Fields = isFields(other) ? other : {};
  const type = String(value.type);
  return [...new Set([...Object.keys(value), ...Object.keys(against)])]
    .filter((name) => !same(value[name], against[name]))
    .map((name) => `${texts.field(type, name)}: ${texts.value(type, name, value[name])}`)
    .join("\n");
}

/** Somebody else saved: merge node by node, take theirs, or keep ours as a flow of its own. */
export function ConflictDialog({
  flow,
  keeper,
  theirs,
  vocabulary,
}: {
  flow: FlowDetail;
  keeper: DraftKeeper;
  theirs: Theirs;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const mine = keeper.store.get().document;
  const texts = useFieldTexts(NODE_TYPES, mine.layout.notes, vocabulary);
  const three = { base: keeper.common, mine, theirs: theirs.document };
  const { conflicts } = merge(three);
  const complete = conflicts.every((each) => conflictKey(each) in choices);
  const again = () => client.invalidateQueries({ queryKey: ["flow-state", flow.code] });

  const name = t("flows.conflict.copyName", { name: flow.name }).slice(0, 64);
  const copy = useRef<FlowDetail>(null);
  const { busy, run } = useApiMutation({
    write: async () => {
      const code = `${flow.code.slice(0, 20)}-${Date.now().toString(36)}`;
      const empty = { code, name, kind: flow.kind, template: "empty", copy_of: "" };
      copy.current ??= await createFlow(empty); // that of the last try, if only saving failed
      const { code: made, draft } = copy.current;
      const spec = { ...mine.spec, id: made, title: name };
      await saveDraft(made, draft.version, spec, mine.layout);
    },
    keys: [["flows"], ["flow-vocabulary"]],
  });
  const keep = async () => {
    if (!(await run())) return;
    keeper.takeTheirs();
    void message.success(t("flows.conflict.copied", { name }), 8);
    await again();
  };
  const take = () =>
    void modal.confirm({
      title: t("flows.conflict.takeAsk"),
      okText: t("flows.conflict.take"),
      onOk: () => {
        keeper.takeTheirs();
        void again();
      },
    });
  const heading =
    theirs.by === ""
      ? t("flows.conflict.titleNameless")
      : t("flows.conflict.title", { name: theirs.by });
  return (
    <Modal
      open
      width={800}
      title={heading}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <div className="conflict-foot">
          <Button loading={busy} onClick={() => void keep()}>
            {t("flows.conflict.keep")}
          </Button>
          <Button disabled={busy} onClick={take}>
            {t("flows.conflict.take")}
          </Button>
          <Button
            type="primary"
            disabled={!complete || busy}
            onClick={() => {
              keeper.settle(merge(three, choices).document);
              void again();
            }}
          >
            {t("flows.conflict.merge")}
          </Button>
        </div>
      }
    >
      <p className="lx-soft">{t("flows.conflict.intro")}</p>
      {conflicts.length === 0 && <p>{t("flows.conflict.clean")}</p>}
      {conflicts.length > 0 && <p>{t("flows.conflict.disputed", { count: conflicts.length })}</p>}
      {conflicts.map((each) => {
        const key = conflictKey(each);
        const titles = {
          head: () => t("flows.conflict.head", { field: texts.field("", each.id) }),
          note: () => t("flows.conflict.note", { name: nodeName(each.id, mine.layout.notes) }),
          frame: () => t("flows.conflict.frame"),
          node: () => nodeName(each.id, mine.layout.notes),
        };
        const title = titles[each.part]();
        const head = each.part === "head" ? each.id : "";
        const side = choices[key];
        const box = (which: Side) =>
          side === which ? "version version-said version-chosen" : "version version-said";
        return (
          <section key={key} className="conflict">
            <header>
              <h3>{title}</h3>
              <Choice
                label={title}
                value={side ?? ""}
                options={[
                  { value: "mine", label: t("flows.conflict.mine") },
                  { value: "theirs", label: t("flows.conflict.theirs") },
                ]}
                onChange={(next) => setChoices((before) => ({ ...before, [key]: next }))}
              />
            </header>
            <div className="conflict-sides">
              <p className={box("mine")}>
                <span className="lx-faint version-side">{t("flows.conflict.mine")}</span>
                {shown(texts, each.mine, each.theirs, head, t("flows.conflict.removed"))}
              </p>
              <p className={box("theirs")}>
                <span className="lx-faint version-side">{t("flows.conflict.theirs")}</span>
                {shown(texts, each.theirs, each.mine, head, t("flows.conflict.removed"))}
              </p>
            </div>
          </section>
        );
      })}
    </Modal>
  );
}
