import { Button, Input, Select } from "antd";
import type { ComponentType } from "react";
import { freeKey } from "../model/exits";
import { isObject } from "../model/flow";
import { type Field, initial } from "../model/schema";
import { useWords } from "../words/use-words";
import type { FieldProps } from "./field-props";
import { useNaming } from "./vocabulary";

/** A value made of values: `Control` draws each of them, whatever its kind. */
export interface ManyProps extends FieldProps {
  readonly Control: ComponentType<FieldProps>;
}

function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button size="small" type="text" aria-label={label} onClick={onRemove}>
      ×
    </Button>
  );
}

/** A list of values of one kind. */
export function ListField({ Control, ...props }: ManyProps) {
  const { field, value, onChange, label, readOnly } = props;
  const { field: words } = useWords();
  const item = field.item as Field;
  const values: unknown[] = Array.isArray(value) ? value : [];
  const put = (index: number, next: unknown) =>
    onChange(values.map((each, at) => (at === index ? next : each)));
  return (
    <ul className="fe-list">
      {values.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one from another
        <li key={index}>
          <div className="fe-list-body">
            <Control
              {...props}
              field={item}
              value={each}
              label={`${label} ${index + 1}`}
              onChange={(next) => put(index, next)}
            />
          </div>
          {!readOnly && (
            <Remove
              label={`${words.remove} ${label} ${index + 1}`}
              onRemove={() => onChange(values.filter((_, at) => at !== index))}
            />
          )}
        </li>
      ))}
      {!readOnly && (
        <li>
          <Button size="small" onClick={() => onChange([...values, initial(item)])}>
            + {words.addEntry}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Values under keys: the keys of a menu, the variables of a look-up. */
export function MapField({ Control, ...props }: ManyProps) {
  const { field, value, onChange, label, readOnly } = props;
  const { field: words } = useWords();
  const item = field.item as Field;
  const map = isObject(value) ? value : {};
  const entries = Object.entries(map);
  const rename = (from: string, to: string) => {
    if (to === "" || Object.hasOwn(map, to)) return;
    onChange(Object.fromEntries(entries.map(([key, each]) => [key === from ? to : key, each])));
  };
  const add = () => {
    const key =
      field.keys.length > 0 ? freeKey(field, { type: "", [field.name]: map }) : fresh(map);
    if (key !== null) onChange({ ...map, [key]: initial(item) });
  };
  const full = field.keys.length > 0 && field.keys.every((key) => Object.hasOwn(map, key));
  return (
    <ul className="fe-list fe-map">
      {entries.map(([key, each]) => (
        <li key={key}>
          <KeyField
            field={field}
            map={map}
            value={key}
            readOnly={readOnly}
            onChange={(to) => rename(key, to)}
          />
          <div className="fe-list-body">
            <Control
              {...props}
              field={item}
              value={each}
              label={`${label} ${key}`}
              onChange={(next) => onChange({ ...map, [key]: next })}
            />
          </div>
          {!readOnly && (
            <Remove
              label={`${words.remove} ${label} ${key}`}
              onRemove={() =>
                onChange(Object.fromEntries(entries.filter(([name]) => name !== key)))
              }
            />
          )}
        </li>
      ))}
      {!readOnly && !full && (
        <li>
          <Button size="small" onClick={add}>
            + {field.keys.length > 0 ? words.addKey : words.addEntry}
          </Button>
        </li>
      )}
    </ul>
  );
}

function fresh(map: Readonly<Record<string, unknown>>): string {
  for (let number = 1; ; number += 1) {
    const key = `name${number}`;
    if (!Object.hasOwn(map, key)) return key;
  }
}

function KeyField({
  field,
  map,
  value,
  readOnly,
  onChange,
}: {
  field: Field;
  map: Readonly<Record<string, unknown>>;
  value: string;
  readOnly: boolean;
  onChange: (key: string) => void;
}) {
  const { field: words } = useWords();
  if (field.keys.length === 0) {
    return (
      <Input
        aria-label={words.key}
        className="fe-map-key"
        key={value}
        defaultValue={value}
        readOnly={readOnly}
        onBlur={(event) => onChange(event.target.value.trim())}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
    );
  }
  const free = field.keys.filter((key) => key === value || !Object.hasOwn(map, key));
  return (
    <Select
      aria-label={words.key}
      className="fe-map-key"
      value={value}
      disabled={readOnly}
      options={free.map((key) => ({ value: key, label: key }))}
      onChange={onChange}
    />
  );
}

/** The named fields of one value: a case of a branch, a thing to pick. */
export function RecordField({ Control, ...props }: ManyProps) {
  const { field, value, onChange, type } = props;
  const naming = useNaming();
  const record = isObject(value) ? value : {};
  return (
    <div className="fe-record">
      {field.parts.map((part) => {
        const label = naming.field(type, part.name);
        return (
          <div key={part.name} className="fe-record-part">
            <span className="lx-soft">{label}</span>
            <Control
              {...props}
              field={part}
              value={record[part.name] === undefined ? part.preset : record[part.name]}
              label={`${props.label} ${label}`}
              onChange={(next) => onChange({ ...record, [part.name]: next })}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Values in fixed places. */
export function PairField({ Control, ...props }: ManyProps) {
  const { field, value, onChange } = props;
  const values: unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="fe-pair">
      {field.parts.map((part, index) => (
        <Control
          {...props}
          key={part.name}
          field={part}
          value={values[index]}
          label={`${props.label} ${index + 1}`}
          onChange={(next) =>
            onChange(field.parts.map((_, at) => (at === index ? next : values[at])))
          }
        />
      ))}
    </div>
  );
}
