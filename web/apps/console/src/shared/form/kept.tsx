import { useTranslation } from "@lianxin/i18n";
import { Alert, Button } from "antd";
import { readUnsent, unsentKey, writeUnsent } from "../data/unsent";
import { ownerOf, useSession } from "../session";

/** What was typed into a form and not sent, and the version of what it was typed over. */
export interface Kept<Values> {
  version: number | null;
  values: Values;
  /** What stood there when somebody began to type. */
  base?: Values;
  /** Somebody chose to go on with it before the form was opened. */
  resumed?: true;
}

/** Where what is typed into the form of this name is kept: for this person alone. */
export function useKeptKey(name: string): string {
  return unsentKey(ownerOf(useSession()), `form.${name}`);
}

/** Where an object is read before it is changed: that its form has words that were not saved. */
export function KeptHint({ name, onResume }: { name: string; onResume: () => void }) {
  const { t } = useTranslation();
  const key = useKeptKey(name);
  const kept = readUnsent<Kept<unknown>>(key);
  if (kept === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t("common.form.pending")}
      action={
        <Button
          size="small"
          type="primary"
          onClick={() => {
            writeUnsent(key, { ...kept, resumed: true });
            onResume();
          }}
        >
          {t("common.form.resume")}
        </Button>
      }
    />
  );
}
