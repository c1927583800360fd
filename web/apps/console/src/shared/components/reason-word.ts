import { wordFor } from "@lianxin/i18n";

/** Why a notice was not sent, or not yet: what the outbox says, else what the connection said. */
export function reasonWord(reason: string): string {
  return wordFor("notices.reason", reason, "") || wordFor("connections.reason", reason, reason);
}
