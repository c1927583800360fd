import { useTranslation } from "@lianxin/i18n";
import { type NodeNames, nodeText } from "../formats/node-text";

/** Where a caller went in the automatic service, in words; the keys small beside it. */
export function WayText({
  way,
  names,
  keys,
}: {
  way: readonly string[];
  names: NodeNames;
  keys: string;
}) {
  const { t } = useTranslation();
  if (way.length === 0 && keys === "") return <span className="lx-faint">—</span>;
  return (
    <span className="way-text" title={keys === "" ? undefined : t("phone.path", { keys })}>
      {way.map((node) => nodeText(node, names)).join(" › ")}{" "}
      {keys !== "" && <small className="lx-faint lx-figure">{keys}</small>}
    </span>
  );
}
