import { currentLanguage, fullMoment, moment, relative, useTranslation } from "@lianxin/i18n";
import { useNow } from "@lianxin/ui";
import { useSession } from "../session";

/** `14:05 · 3 分钟前`, in the centre's zone; the full moment on hover. */
export function TimeText({ at, brief = false }: { at: string; brief?: boolean }) {
  useTranslation();
  const { zone } = useSession();
  const now = useNow();
  return (
    <time className="lx-figure" dateTime={at} title={fullMoment(at, zone)}>
      {moment(at, zone, now)}
      {!brief && <span className="ago"> {relative(at, now, currentLanguage())}</span>}
    </time>
  );
}
