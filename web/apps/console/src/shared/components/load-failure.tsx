import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Empty, Failure } from "@lianxin/ui";

/** What no second try will change. */
function finalOf(error: ApiError | null): "forbidden" | "off" | "absent" | null {
  if (error?.code === "function.off") return "off";
  if (error?.status === 403) return "forbidden";
  return error?.status === 404 ? "absent" : null;
}

/** Whether who asked may not have it: there is nothing to filter either. */
export function isRefusal(error: unknown): boolean {
  const final = finalOf(error instanceof ApiError ? error : null);
  return final === "forbidden" || final === "off";
}

/** Why something could not be read: to who may not read it, trying again is not offered. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const known = error instanceof ApiError ? error : null;
  const final = finalOf(known);
  if (final !== null) {
    return <Empty title={t(`common.error.${final}`)} hint={t(`common.error.${final}Hint`)} />;
  }
  return (
    <Failure
      title={t("common.loadFailed")}
      detail={known?.message}
      retryLabel={t("common.retry")}
      onRetry={onRetry}
    />
  );
}
