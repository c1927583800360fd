import { Navigate } from "react-router";
import { DeskPage } from "../features/desk/desk-page";
import { useSession } from "../shared/session";
import { homeOf } from "./shell/pages";

/** What `/` shows: the desk, or the first page of whoever has none. */
export function Home() {
  const first = homeOf(useSession())?.path ?? "/calls";
  return first === "/" ? <DeskPage /> : <Navigate to={first} replace />;
}
