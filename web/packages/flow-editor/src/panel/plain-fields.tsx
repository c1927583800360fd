import { NumberField as Figure } from "@lianxin/ui";
import { AutoComplete, Input, Select, Switch } from "antd";
import { useMemo, useState } from "react";
import { useEditor } from "../state/react";
import { useWords } from "../words/use-words";
import type { FieldProps } from "./field-props";
import { useNaming, useVocabulary } from "./vocabulary";

/** Whether a text has the form that the schema asks for. */
function hasForm(pattern: string | null, text: string): boolean {
  if (pattern === null || text === "") return true;
  const inner = pattern.replace(/^\^/, "").replace(/\$$/, "");
  try {
    return new RegExp(`^(?:${inner})$`, "u").test(text);
  } catch {
    return true; // the server judges what this browser cannot read
  }
}

export function TextField({ field, value, onChange, label, readOnly, id }: FieldProps) {
  const words = useWords();
  const text = typeof value === "string" ? value : "";
  const good = hasForm(field.pattern, text);
  return (
    <>
      <Input.TextArea
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        autoSize={{ minRows: 1, maxRows: 8 }}
        value={text}
        readOnly={readOnly}
        status={good ? "" : "error"}
        maxLength={4000}
        onChange={(event) => {
          const next = event.target.value;
          onChange(next === "" && field.nullable ? null : next);
        }}
      />
      {!good && <p className="lx-field-error">{words.field.badForm}</p>}
    </>
  );
}

export function NumberField({ field, value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  const unit = field.name.endsWith("seconds") ? words.seconds : null;
  const { least, most } = field;
  const range = least !== null && most !== null ? words.range(least, most) : undefined;
  return (
    <Figure
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      title={range}
      value={typeof value === "number" ? value : null}
      min={least ?? Number.MIN_SAFE_INTEGER}
      max={most ?? Number.MAX_SAFE_INTEGER}
      {...(field.whole ? { precision: 0 } : {})}
      readOnly={readOnly}
      suffix={unit}
      placeholder={String(field.preset ?? "")}
      onChange={(next) => onChange(next ?? (field.nullable ? null : undefined))}
    />
  );
}

export function ChoiceField({ field, value, onChange, label, type, readOnly, id }: FieldProps) {
  const words = useWords();
  const naming = useNaming();
  const options = field.choices.map((choice) => ({
    value: choice,
    label: naming.choiceOf(type, field.name, choice),
  }));
  const none = field.nullable ? [{ value: "", label: words.field.none }] : [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={typeof value === "string" ? value : ""}
      disabled={readOnly}
      options={[...none, ...options]}
      onChange={(next) => onChange(next === "" ? null : next)}
    />
  );
}

export function FlagField({ value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  return (
    <Switch
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      checked={value === true}
      disabled={readOnly}
      checkedChildren={words.yes}
      unCheckedChildren={words.no}
      onChange={onChange}
    />
  );
}

/** A thing of the centre, by name. What is written and not there is shown as such. */
export function ThingField({ field, value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  const { choices } = useVocabulary();
  const known = (field.ref && choices[field.ref]) ?? [];
  const code = typeof value === "string" ? value : "";
  const listed = known.map((each) => ({
    value: each.code,
    label: each.name === each.code ? each.code : `${each.name} · ${each.code}`,
  }));
  const missing = code !== "" && !known.some((each) => each.code === code);
  const none = field.nullable ? [{ value: "", label: words.none }] : [];
  const extra = missing ? [{ value: code, label: words.unknown(code) }] : [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      showSearch={{ optionFilterProp: "label" }}
      value={code}
      disabled={readOnly}
      status={missing ? "warning" : ""}
      options={[...none, ...extra, ...listed]}
      onChange={(next) => onChange(next === "" && field.nullable ? null : next)}
    />
  );
}

/** Every variable that the flow already writes or names, and any new one. */
export function VariableField({ field, value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  const { choices } = useVocabulary();
  const declared = useEditor((state) => state.document.spec.variables);
  const options = useMemo(() => {
    const own = typeof declared === "object" && declared !== null ? Object.keys(declared) : [];
    const known = (choices.variable ?? []).map(({ code }) => code);
    return [...new Set([...own, ...known])].sort().map((name) => ({ value: name }));
  }, [declared, choices]);
  const text = typeof value === "string" ? value : "";
  const good = hasForm(field.pattern, text);
  return (
    <>
      <AutoComplete
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        value={text}
        disabled={readOnly}
        options={options}
        status={good ? "" : "error"}
        onChange={(next) => onChange(next === "" && field.nullable ? null : next)}
      />
      {!good && <p className="lx-field-error">{words.badForm}</p>}
    </>
  );
}

export function ExpressionField({ field, value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="fe-expression"
      autoSize={{ minRows: 1, maxRows: 6 }}
      spellCheck={false}
      placeholder={words.expressionHint}
      value={typeof value === "string" ? value : ""}
      readOnly={readOnly}
      maxLength={1000}
      onChange={(event) => {
        const next = event.target.value;
        onChange(next === "" && field.nullable ? null : next);
      }}
    />
  );
}

const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;

/** A number, true or false, or a text: as it reads. */
export function ScalarField({ value, onChange, label, readOnly, id }: FieldProps) {
  const read = (text: string) => {
    if (text === "true" || text === "false") return text === "true";
    return NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text;
  };
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value === null || value === undefined ? "" : String(value)}
      readOnly={readOnly}
      maxLength={500}
      onChange={(event) => onChange(read(event.target.value))}
    />
  );
}

/** Anything else, as JSON: nothing that the server takes is out of reach. */
export function JsonField({ value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  const written = value === undefined ? "" : JSON.stringify(value, null, 1);
  const [typed, setTyped] = useState<string | null>(null);
  const [good, setGood] = useState(true);
  return (
    <>
      <Input.TextArea
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        className="fe-expression"
        autoSize={{ minRows: 1, maxRows: 10 }}
        spellCheck={false}
        value={typed ?? written}
        readOnly={readOnly}
        status={good ? "" : "error"}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          try {
            onChange(text.trim() === "" ? undefined : JSON.parse(text));
            setGood(true);
          } catch {
            setGood(false);
          }
        }}
        onBlur={() => {
          if (good) setTyped(null);
        }}
      />
      {!good && <p className="lx-field-error">{words.badJson}</p>}
    </>
  );
}
