import type { Shape } from "../../shared/locales/shape";
import type { zh } from "./zh";

declare module "@lianxin/i18n" {
  interface Catalogue {
    texts: Shape<typeof zh>;
  }
}
