import { wordFor } from "@lianxin/i18n";
import type { Template } from "./data";

/** What a template is called: the shipped ones in the language of the page, as long as nobody
 * has changed them. */
export function templateWord({ code, name, version }: Pick<Template, "code" | "name" | "version">) {
  return version === 0 ? wordFor("notices.shipped", code, name) : name;
}
