import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { Link, useParams } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { hasRole, ownerOf, useSession } from "../../shared/session";
import { type FlowDetail, useFlow, useFlowVocabulary } from "./data";
import { EditorView } from "./editor-view";
import { useKeeper } from "./use-keeper";
import "./flows.css";

/** One flow: its draft on the canvas, and all that is done with it. */
export function EditorPage() {
  const { code = "" } = useParams();
  const flow = useFlow(code);
  const known = useFlowVocabulary();
  if (!flow.data && wasPutAway(flow.error)) return <PutAwayHint code={code} />;
  if (!flow.data || !known.data) return <NoDataYet queries={[flow, known]} rows={10} />;
  return <Opened key={code} flow={flow.data} known={known.data} />;
}

const wasPutAway = (error: unknown) => error instanceof ApiError && error.details.put_away === true;

/** Somebody put it away, and it can be had back: where that is done. */
function PutAwayHint({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <Empty
      title={t("flows.away.was", { code })}
      hint={t("flows.away.wasHint")}
      act={<Link to="/flows?put_away=true">{t("flows.away.list")}</Link>}
    />
  );
}

function Opened({
  flow,
  known,
}: {
  flow: FlowDetail;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
}) {
  const session = useSession();
  const readOnly = !hasRole(session, "flow_editor", "administrator");
  const keeper = useKeeper(flow, ownerOf(session), readOnly);
  return <EditorView flow={flow} known={known} keeper={keeper} readOnly={readOnly} />;
}
