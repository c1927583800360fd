import { wordFor } from "@lianxin/i18n";

export function functionWord(name: string): string {
  return wordFor("centres.function", name, name);
}
