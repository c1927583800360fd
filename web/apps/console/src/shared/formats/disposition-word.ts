import { currentLanguage } from "@lianxin/i18n";

/** What people call a disposition, in the language of the page where the centre has said it. */
export function dispositionWord({ name_zh, name_en }: { name_zh: string; name_en: string }) {
  return currentLanguage() === "en" && name_en !== "" ? name_en : name_zh;
}
