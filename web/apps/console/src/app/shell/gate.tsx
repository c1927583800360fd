import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useSession } from "../../shared/session";
import { useTitle } from "../../shared/title";
import { pageOf, refusalAt } from "./pages";

/** The page, named in the tab; where the session says that it is refused, why: nothing is asked. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const here = pageOf(pathname);
  useTitle("page", here === undefined ? "" : t(`shell.${here}`));
  const why = refusalAt(session, pathname);
  if (why === null) return children;
  return <Empty title={t(`common.error.${why}`)} hint={t(`common.error.${why}Hint`)} />;
}
