import type { Shape } from "./shape";
import type { zh } from "./zh";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Shape<typeof zh> };
  }
}
