import { pairOf } from "@lianxin/i18n";
import { Lamp } from "@lianxin/ui";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { ENTRY } from "../model/card";
import { type Exit, exitsIn, growing, MORE } from "../model/exits";
import type { SpecNode } from "../model/flow";
import { texts } from "../nodes/face";
import { nodeName } from "../nodes/name";
import { faceOf } from "../nodes/registry";
import { type Naming, useNaming } from "../panel/vocabulary";
import { findingsOf, gravest, type Severity } from "../state/overlay";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { ENTRANCE } from "./elements";
import { TypeIcon } from "./icon";

export const MARKS = {
  error: { tone: "failed", shape: "cross" },
  warning: { tone: "hold", shape: "bell" },
  hint: { tone: "off", shape: "dash" },
} as const;

/** The line on a card: what the face says, else the first prompt. */
export function summaryOf(node: SpecNode, naming: Naming): string {
  const face = faceOf(node.type);
  const reading = {
    ...naming,
    choice: (field: string, value: string) => naming.choiceOf(node.type, field, value),
  };
  if (face?.says) return face.says(node, reading);
  return texts(node.prompts).map(naming.prompt).join(" ");
}

/** What an exit is called: its field, or the key of the map, or the words of its case. */
export function exitWord(node: SpecNode, exit: Exit, naming: Naming): string {
  if (exit.key === null) return naming.field(node.type, exit.field);
  const entry = exit.path.length > 2 ? (node[exit.field] as Record<string, unknown>) : null;
  const inside = entry?.[exit.path[1] as string];
  const texts = typeof inside === "object" && inside !== null ? Object.values(inside) : [];
  const words = texts.filter((value) => typeof value === "string" && value !== exit.target);
  return words.length > 0 ? String(words[0]) : exit.key;
}

/** One node: its type, its name, a line of what it says, and its exits as ports. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps) {
  const node = useEditor((state) => state.document.spec.nodes[id]);
  const change = useEditor((state) => state.overlay.changes?.[id]?.change ?? null);
  const current = useEditor((state) => state.overlay.walked?.current === id);
  const walked = useEditor((state) => state.overlay.walked?.nodes[id] ?? null);
  if (node === undefined) return null;
  const look = [
    "fe-card",
    selected && "fe-card-chosen",
    change && `fe-card-${change}`,
    walked !== null && "fe-card-walked",
    current && "fe-card-current",
  ];
  return (
    <div className={look.filter(Boolean).join(" ")}>
      <Handle id={ENTRANCE} type="target" position={Position.Left} style={{ top: ENTRY }} />
      <CardHead id={id} node={node} />
      <Ports id={id} node={node} />
      <Badges id={id} />
    </div>
  );
});

function CardHead({ id, node }: { id: string; node: SpecNode }) {
  const words = useWords();
  const naming = useNaming();
  const { types } = useEditorStore();
  const name = useEditor((state) => nodeName(id, state.document.layout.notes));
  const start = useEditor((state) => state.document.spec.start === id);
  const known = types.has(node.type);
  return (
    <div className="fe-card-head">
      <p className="fe-card-type">
        <TypeIcon type={node.type} />
        <span>{known ? naming.type(node.type) : words.canvas.unknownType}</span>
        {start && <span className="fe-start">{words.canvas.start}</span>}
        <Marks id={id} />
      </p>
      <p className="fe-card-title" title={name}>
        {name}
      </p>
      <p className="fe-card-says">{known ? summaryOf(node, naming) : node.type}</p>
    </div>
  );
}

function Marks({ id }: { id: string }) {
  const words = useWords();
  const findings = useEditor((state) => findingsOf(state.overlay.findings, id));
  const worst: Severity | null = gravest(findings);
  if (worst === null || worst === "hint") return null;
  const texts = findings.map(({ severity, message }) => pairOf(words.severity[severity], message));
  return (
    <span className={`fe-mark lx-tone-${MARKS[worst].tone}`} title={texts.join("\n")}>
      <Lamp {...MARKS[worst]} />
      {words.severity[worst]}
      {findings.length > 1 && ` ${findings.length}`}
    </span>
  );
}

/**
 * Where the exits lead, for those whose line says too little: a key is only a digit, and a
 * line that goes back is lost behind the cards. One text, so that it is the same while nothing moved.
 */
function useTargets(id: string, exits: readonly Exit[]): string[] {
  const joined = useEditor(({ document: { spec, layout } }) => {
    const here = layout.nodes[id]?.x ?? 0;
    const texts = exits.map(({ target, key }) => {
      if (!(target in spec.nodes)) return "";
      const back = (layout.nodes[target]?.x ?? 0) <= here;
      const title = nodeName(target, layout.notes);
      return back ? `↩ ${title}` : key === null ? "" : title;
    });
    return texts.join("\n");
  });
  return joined.split("\n");
}

function Ports({ id, node }: { id: string; node: SpecNode }) {
  const words = useWords();
  const naming = useNaming();
  const { types } = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const exits = exitsIn(types, node);
  const targets = useTargets(id, exits);
  const more = readOnly ? [] : growing(types.get(node.type));
  return (
    <ul className="fe-ports">
      {exits.map((exit, index) => (
        <li key={exit.port}>
          <span className="fe-port-target">{targets[index]}</span>
          {exit.key !== null && exit.path.length === 2 ? (
            <kbd>{exit.key}</kbd>
          ) : (
            <span className="fe-port-word">{exitWord(node, exit, naming)}</span>
          )}
          {exit.target === "" && !exit.optional && (
            <span className="fe-port-loose">{words.canvas.unconnected}</span>
          )}
          <Handle
            id={exit.port}
            type="source"
            position={Position.Right}
            className={exit.target === "" ? "fe-port-empty" : ""}
          />
        </li>
      ))}
      {more.map(({ name }) => (
        <li key={name} className="fe-port-more">
          <span>+ {words.canvas.more}</span>
          <Handle
            id={`${name}.${MORE}`}
            type="source"
            position={Position.Right}
            className="fe-port-empty"
          />
        </li>
      ))}
    </ul>
  );
}

/** What lies over the card: the time of the walked path, callers now, what changed. */
function Badges({ id }: { id: string }) {
  const words = useWords();
  const walked = useEditor((state) => state.overlay.walked?.nodes[id] ?? null);
  const current = useEditor((state) => state.overlay.walked?.current === id);
  const traffic = useEditor((state) => state.overlay.traffic?.[id] ?? null);
  const change = useEditor((state) => state.overlay.changes?.[id]?.change ?? null);
  if (walked === null && traffic === null && change === null) return null;
  return (
    <p className="fe-badges">
      {change !== null && (
        <span className={`fe-badge fe-badge-${change}`}>{words.change[change]}</span>
      )}
      {walked !== null && (
        <span className="fe-badge fe-badge-walked lx-figure">
          {words.canvas.seconds(walked)}
          {current && ` · ${words.canvas.here}`}
        </span>
      )}
      {traffic !== null && traffic.now > 0 && (
        <span className="fe-badge fe-badge-walked lx-figure">
          {words.canvas.callers(traffic.now)}
        </span>
      )}
      {traffic !== null && traffic.dropped > 0 && (
        <span className="fe-badge fe-badge-dropped lx-figure">
          {words.canvas.dropped(traffic.dropped)}
        </span>
      )}
    </p>
  );
}
