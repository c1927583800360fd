import { Button, Collapse, Input } from "antd";
import { type ReactNode, useId, useMemo, useState } from "react";
import { exitWord, MARKS } from "../canvas/card";
import { TypeIcon } from "../canvas/icon";
import { callers, setFields, setHead, setNote } from "../model/edit";
import { exitsIn } from "../model/exits";
import { isNodeName, type SpecNode } from "../model/flow";
import type { Field } from "../model/schema";
import { nodeName } from "../nodes/name";
import { faceOf } from "../nodes/registry";
import { type Finding, findingsOf } from "../state/overlay";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { FieldControl } from "./fields";
import { useNaming, useVocabulary } from "./vocabulary";

/** The panel of one node: its name, what its schema holds, where it comes from. */
export function NodePanel({ id, node }: { id: string; node: SpecNode }) {
  const words = useWords();
  const naming = useNaming();
  const { types } = useEditorStore();
  const { functions } = useVocabulary();
  const type = types.get(node.type);
  const Own = faceOf(node.type)?.Panel;
  const off = type && type.needs !== "" && functions !== null && !functions.has(type.needs);
  return (
    <div className="fe-panel-body">
      <p className="fe-panel-type">
        <TypeIcon type={node.type} />
        {type ? naming.type(node.type) : words.canvas.unknownType}
      </p>
      {type ? (
        <p className="lx-faint fe-about">{naming.about(node.type)}</p>
      ) : (
        <p className="lx-tone-hold">{words.panel.unknownType(node.type)}</p>
      )}
      {off && <p className="lx-tone-hold">{words.panel.functionOff}</p>}
      <Identity key={id} id={id} />
      {Own && <Own id={id} />}
      {type && <Fields id={id} node={node} fields={type.fields} />}
      <Entries id={id} />
    </div>
  );
}

function Identity({ id }: { id: string }) {
  const { panel } = useWords();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const note = useEditor((state) => state.document.layout.notes[id] ?? "");
  const start = useEditor((state) => state.document.spec.start === id);
  const [name, setName] = useState(id);
  const taken = name !== id && name in store.get().document.spec.nodes;
  const error = taken ? panel.takenId : isNodeName(name) ? undefined : panel.badId;
  const settle = () => {
    if (error === undefined) store.rename(id, name);
    else setName(id);
  };
  return (
    <>
      <Row label={panel.id} error={error}>
        {(control) => (
          <Input
            id={control}
            value={name}
            readOnly={readOnly}
            status={error === undefined ? "" : "error"}
            maxLength={64}
            onChange={(event) => setName(event.target.value)}
            onBlur={settle}
            onPressEnter={(event) => event.currentTarget.blur()}
          />
        )}
      </Row>
      <Row label={panel.note}>
        {(control) => (
          <Input
            id={control}
            value={note}
            placeholder={panel.noteHint}
            readOnly={readOnly}
            maxLength={64}
            onChange={(event) => store.apply(setNote(id, event.target.value), `note ${id}`)}
          />
        )}
      </Row>
      {start ? (
        <p className="lx-soft">{panel.isStart}</p>
      ) : (
        !readOnly && (
          <p>
            <Button size="small" onClick={() => store.apply(setHead({ start: id }))}>
              {panel.start}
            </Button>
          </p>
        )
      )}
    </>
  );
}

/** A label above its control, and what is wrong beneath. */
export function Row({
  label,
  error,
  hint,
  field,
  children,
}: {
  label: string;
  /** The field of the JSON that it is, so that what names its place can lead here. */
  field?: string;
  error?: string | undefined;
  hint?: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="fe-row" data-field={field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <p className="lx-faint fe-hint">{hint}</p>}
      {error !== undefined && (
        <p className="lx-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Whether the field holds exits: they stand together at the end. */
function leads(field: Field): boolean {
  if (field.ref === "node") return true;
  return [field.item, ...field.parts].some((inner) => inner !== null && leads(inner));
}

/** What an operator seldom changes: with a preset of the server, and neither text nor exit. */
function seldom(field: Field, node: SpecNode): boolean {
  return field.preset !== undefined && !field.required && node[field.name] === undefined;
}

function Fields({ id, node, fields }: { id: string; node: SpecNode; fields: readonly Field[] }) {
  const { panel } = useWords();
  const findings = useEditor((state) => findingsOf(state.overlay.findings, id));
  const own = fields.filter((field) => !leads(field));
  const matters = (field: Field) =>
    field.name === "prompts" || about(findings, id, field.name).length > 0;
  const first = own.filter((field) => !seldom(field, node) || matters(field));
  const rest = own.filter((field) => !first.includes(field));
  const exits = fields.filter(leads);
  const row = (field: Field) => <FieldRow key={field.name} id={id} node={node} field={field} />;
  return (
    <>
      {first.map(row)}
      {exits.length > 0 && <h3>{panel.exits}</h3>}
      {exits.map(row)}
      {rest.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[{ key: "more", label: panel.more, children: rest.map(row) }]}
        />
      )}
    </>
  );
}

/** The findings about one field, or about something in it. */
function about(findings: readonly Finding[], id: string, field: string): readonly Finding[] {
  const place = `nodes.${id}.${field}`;
  return findings.filter((each) => each.place === place || each.place.startsWith(`${place}.`));
}

function FieldRow({ id, node, field }: { id: string; node: SpecNode; field: Field }) {
  const naming = useNaming();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const findings = useEditor((state) => findingsOf(state.overlay.findings, id));
  const change = useEditor((state) => state.overlay.changes?.[id]);
  const changed = change?.fields.some((each) => each.field === field.name) ?? false;
  const value = node[field.name] === undefined ? field.preset : node[field.name];
  const label = naming.field(node.type, field.name);
  return (
    <div className={changed ? "fe-row fe-row-changed" : "fe-row"} data-field={field.name}>
      <span className="fe-label">{label}</span>
      <FieldControl
        field={field}
        value={value}
        label={label}
        type={node.type}
        node={id}
        readOnly={readOnly}
        onChange={(next) =>
          store.apply(setFields(id, { [field.name]: next }), `field ${id} ${field.name}`)
        }
      />
      {about(findings, id, field.name).map(({ code, place, severity, message }) => (
        <p key={`${code} ${place}`} className={`fe-hint lx-tone-${MARKS[severity].tone}`}>
          {message}
        </p>
      ))}
    </div>
  );
}

/** The nodes that lead here, with the exit by which they do. */
function Entries({ id }: { id: string }) {
  const { panel } = useWords();
  const naming = useNaming();
  const store = useEditorStore();
  const nodes = useEditor((state) => state.document.spec.nodes);
  const notes = useEditor((state) => state.document.layout.notes);
  const found = useMemo(() => callers(store.types, nodes, id), [store, nodes, id]);
  return (
    <>
      <h3>{panel.entries}</h3>
      {found.length === 0 && <p className="lx-faint">{panel.noEntries}</p>}
      <ul className="fe-entries">
        {found.map((from) => {
          const node = nodes[from] as SpecNode;
          const exits = exitsIn(store.types, node).filter(({ target }) => target === id);
          const words = exits.map((exit) => exitWord(node, exit, naming)).join(" ");
          return (
            <li key={from}>
              <button type="button" onClick={() => store.seek(from)}>
                <TypeIcon type={node.type} />
                {nodeName(from, notes)}
                <span className="lx-faint">{words}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
