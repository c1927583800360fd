import type { Field } from "../model/schema";

/** What every kind of field is drawn from. */
export interface FieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
  /** The type and the id of the node, for its own words. */
  readonly type: string;
  readonly node: string;
  readonly readOnly: boolean;
  readonly id?: string;
}
