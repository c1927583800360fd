import type { ComponentType } from "react";
import type { FieldKind, RefKind } from "../model/schema";
import type { FieldProps } from "./field-props";
import { ListField, type ManyProps, MapField, PairField, RecordField } from "./many-fields";
import { NodeField } from "./node-field";
import {
  ChoiceField,
  ExpressionField,
  FlagField,
  JsonField,
  NumberField,
  ScalarField,
  TextField,
  ThingField,
  VariableField,
} from "./plain-fields";
import { PromptField, PromptsField } from "./prompt-field";
import { WeekField } from "./week-field";

/** A field whose values are drawn as fields again. */
function ofFields(Many: ComponentType<ManyProps>): ComponentType<FieldProps> {
  return (props) => <Many {...props} Control={FieldControl} />;
}

const KINDS: Record<Exclude<FieldKind, "ref">, ComponentType<FieldProps>> = {
  text: TextField,
  number: NumberField,
  choice: ChoiceField,
  flag: FlagField,
  list: ofFields(ListField),
  map: ofFields(MapField),
  pair: ofFields(PairField),
  record: ofFields(RecordField),
  week: WeekField,
  scalar: ScalarField,
  json: JsonField,
};

const REFS: Partial<Record<RefKind, ComponentType<FieldProps>>> = {
  node: NodeField,
  prompt: PromptField,
  variable: VariableField,
  expression: ExpressionField,
};

/** The control for one value, by its kind: the one place that knows all kinds. */
export function FieldControl(props: FieldProps) {
  const { field } = props;
  if (field.kind === "list" && field.item?.ref === "prompt") return <PromptsField {...props} />;
  if (field.kind !== "ref") {
    const Kind = KINDS[field.kind];
    return <Kind {...props} />;
  }
  const Ref = (field.ref && REFS[field.ref]) ?? ThingField;
  return <Ref {...props} />;
}
