import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import type { ApiFormState } from "./use-api-form";

/** The buttons of a form that stays open: there is something to press once something is changed. */
export function SaveOrCancel<Values extends object>({
  state: { busy, dirty, discard },
  saveLabel,
}: {
  state: ApiFormState<Values>;
  saveLabel?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Button type="primary" htmlType="submit" loading={busy} disabled={!dirty}>
        {saveLabel ?? t("common.save")}
      </Button>
      <Button disabled={!dirty} onClick={discard}>
        {t("common.cancel")}
      </Button>
    </>
  );
}
