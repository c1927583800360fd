import {
  difference,
  EditorStore,
  type FlowDocument,
  FlowEditor,
  NODE_TYPES,
  readDocument,
  union,
} from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { type useFlowVocabulary, useVersion } from "./data";

/** Two sides that are compared, as the address bar names them; `before` null: one version alone. */
export interface Comparison {
  readonly before: number | null;
  readonly after: number | "draft";
}

function numberOf(text: string | null): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** null: the draft itself is on the canvas. */
export function useComparison(): Comparison | null {
  const [params] = useSearchParams();
  const version = numberOf(params.get("version"));
  const before = numberOf(params.get("before"));
  const after = numberOf(params.get("after"));
  if (version !== null) return { before: null, after: version };
  if (before !== null) return { before, after: after ?? "draft" };
  return null;
}

interface Props {
  code: string;
  comparison: Comparison;
  draft: FlowDocument;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
}

/** A version as it was published, or two versions in one drawing. */
export function VersionView({ code, comparison, draft, known }: Props) {
  const before = useVersion(code, comparison.before);
  const after = useVersion(code, comparison.after === "draft" ? null : comparison.after);
  const read = (data: { spec: unknown; layout: unknown } | undefined) =>
    data === undefined ? null : readDocument(data.spec, data.layout);
  const late = comparison.after === "draft" ? draft : read(after.data);
  const early = comparison.before === null ? null : read(before.data);
  if (late === null || (comparison.before !== null && early === null)) {
    return <NoDataYet queries={[before, after]} rows={8} />;
  }
  const key = `${comparison.before} ${comparison.after}`;
  return <Compared key={key} comparison={comparison} before={early} after={late} known={known} />;
}

function Compared({
  comparison,
  before,
  after,
  known,
}: {
  comparison: Comparison;
  before: FlowDocument | null;
  after: FlowDocument;
  known: Props["known"];
}) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  // The two sides never change while they are shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const { store, changes } = useMemo(() => {
    const found = before === null ? null : difference(before, after);
    const drawn = before === null ? after : union(before, after);
    const made = new EditorStore(NODE_TYPES, drawn, true);
    if (found !== null) made.overlay({ changes: found.nodes });
    return { store: made, changes: found };
  }, []);
  const count = (change: string) =>
    Object.values(changes?.nodes ?? {}).filter((each) => each.change === change).length;
  const name = (side: number | "draft") =>
    side === "draft" ? t("flows.versions.draft") : t("flows.version", { number: side });
  const told =
    comparison.before === null
      ? t("flows.versions.showing", { number: comparison.after })
      : t("flows.versions.comparing", {
          before: name(comparison.before),
          after: name(comparison.after),
          added: count("added"),
          removed: count("removed"),
          changed: count("changed"),
          head: changes?.head.length ?? 0,
        });
  return (
    <FlowEditor
      store={store}
      vocabulary={known.vocabulary}
      tools={
        <>
          <strong>{told}</strong>
          <Button size="small" onClick={() => setParams({})}>
            {t("flows.versions.edit")}
          </Button>
        </>
      }
    />
  );
}
