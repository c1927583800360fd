import { useTranslation } from "@lianxin/i18n";

/** Two links that hold each other, and the name. */
export function Brand({ large = false }: { large?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={large ? "brand brand-large" : "brand"}>
      <svg viewBox="0 0 28 20" aria-hidden="true">
        <path
          d="M11.5 14.5 9 16.9a5 5 0 0 1-7-7L6.5 5.300a5 5 0 0 1 7 0"
          transform="translate(1 -1)"
        />
        <path
          d="M15.500 5.500 18 3.100a5 5 0 0 1 7 7l-4.500 4.600a5 5 0 0 1-7 0"
          transform="translate(-.5 1)"
        />
      </svg>
      {t("common.product")}
    </span>
  );
}
