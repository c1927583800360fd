import type { PromptRead } from "@lianxin/api";
import type { PromptLanguage } from "./data";

/** What each way to a new version is told: of which prompt, in which language. */
export interface MakerProps {
  prompt: PromptRead;
  language: PromptLanguage;
}
