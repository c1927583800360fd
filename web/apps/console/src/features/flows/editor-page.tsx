import { useTranslation } from "@lianxin/i18n";
import { Failure, Skeleton } from "@lianxin/ui";
import { useParams } from "react-router";
import { hasRole, ownerOf, useSession } from "../../shared/session";
import { type FlowDetail, messageOf, useFlow, useFlowVocabulary } from "./data";
import { EditorView } from "./editor-view";
import { useKeeper } from "./use-keeper";
import "./flows.css";

/** One flow: its draft on the canvas, and all that is done with it. */
export function EditorPage() {
  const { t } = useTranslation();
  const { code = "" } = useParams();
  const flow = useFlow(code);
  const known = useFlowVocabulary();
  const error = flow.error ?? known.error;
  if (error) {
    return (
      <Failure
        title={t("common.loadFailed")}
        detail={messageOf(error)}
        retryLabel={t("common.retry")}
        onRetry={() => {
          void flow.refetch();
          void known.refetch();
        }}
      />
    );
  }
  if (!flow.data || !known.data) return <Skeleton rows={10} label={t("common.loading")} />;
  return <Opened key={code} flow={flow.data} known={known.data} />;
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
