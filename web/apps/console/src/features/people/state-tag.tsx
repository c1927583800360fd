import type { PersonSummary } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";

/** Whether somebody can come in, and why not. */
export function StateTag({
  person: { active, off_reason: reason },
}: {
  person: Pick<PersonSummary, "active" | "off_reason">;
}) {
  const { t } = useTranslation();
  if (active) {
    return (
      <Tag tone="ready" shape="disc">
        {t("people.state.on")}
      </Tag>
    );
  }
  return (
    <Tag tone="off" shape="ring">
      {t(`people.state.${reason === "" ? "off" : reason}`)}
    </Tag>
  );
}
