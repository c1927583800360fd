import { useTranslation } from "@lianxin/i18n";
import { usePeople } from "../data/people";
import { FilterSelect } from "./filters";

/** One of the people of the centre, by number. */
export function AgentSelect({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { data } = usePeople();
  return (
    <FilterSelect
      label={t("calls.field.agent")}
      value={value}
      width={152}
      onChange={onChange}
      options={(data ?? []).map(({ number, name }) => ({
        value: number,
        label: `${number} ${name}`,
      }))}
    />
  );
}
