import { createContext, isValidElement, type ReactNode, useContext, useEffect } from "react";

interface Option {
  value?: unknown;
  label?: unknown;
}

/** How a field is called, and its values where it is chosen among some. */
export interface FieldWords {
  name: string;
  options?: readonly Option[];
}

/** The fields that a form shows, by path: `week.mon`. */
export type FieldsOfForm = Map<string, FieldWords>;

export const FieldsContext = createContext<FieldsOfForm | null>(null);

interface Worded {
  label?: unknown;
  "aria-label"?: unknown;
  options?: readonly Option[];
}

/** Tell the form around how the field at `path` is called: by its label, or by its control's. */
export function useFieldWords(path: unknown, label: ReactNode, control: unknown): void {
  const fields = useContext(FieldsContext);
  useEffect(() => {
    if (fields === null || path === undefined) return;
    const key = Array.isArray(path) ? path.join(".") : String(path);
    const { options, ...own }: Worded = isValidElement<Worded>(control) ? control.props : {};
    const name = [label, own.label, own["aria-label"]].find((each) => typeof each === "string");
    if (typeof name !== "string") return;
    fields.set(key, { name, ...(Array.isArray(options) ? { options } : {}) });
  });
}
