import { useTranslation } from "@lianxin/i18n";
import { Skeleton } from "@lianxin/ui";
import { LoadFailure } from "./load-failure";

interface Query {
  data: unknown;
  error: unknown;
  refetch: () => Promise<unknown>;
}

/**
 * Stands where the data of `queries` will be: `rows` bars while it is on its way, or why it did not
 * come. Not for data that is there: what is read and typed on a page outlives a failed reading anew.
 */
export function NoDataYet({ queries, rows }: { queries: readonly Query[]; rows: number }) {
  const { t } = useTranslation();
  const failed = queries.filter(({ data, error }) => data === undefined && error !== null);
  const [first] = failed;
  if (first === undefined) return <Skeleton rows={rows} label={t("common.loading")} />;
  return (
    <LoadFailure
      error={first.error}
      onRetry={() => {
        for (const { refetch } of failed) void refetch();
      }}
    />
  );
}
