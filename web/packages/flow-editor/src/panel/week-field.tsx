import { Button, Input } from "antd";
import { isObject } from "../model/flow";
import { useWords } from "../words/use-words";
import type { FieldProps } from "./field-props";

type Span = readonly [from: string, to: string];

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"];
const NEXT: Span = ["09:00", "17:00"];

function spansOf(week: unknown, day: string): Span[] {
  const spans = isObject(week) ? week[day] : undefined;
  return Array.isArray(spans) ? (spans.filter(Array.isArray) as unknown as Span[]) : [];
}

/** `8`, `830` and `8:30` are what people type for 08:00 and 08:30. */
function clockOf(typed: string): string {
  const text = typed.trim().replace("：", ":");
  const plain = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (plain === null) return text;
  return `${(plain[1] ?? "").padStart(2, "0")}:${plain[2] ?? "00"}`;
}

/** Weekly hours: spans for each day; a day without one is closed. */
export function WeekField({ field, value, onChange, readOnly }: FieldProps) {
  const words = useWords();
  const set = (day: string, spans: readonly Span[]) => {
    const { [day]: _, ...rest } = isObject(value) ? value : {};
    onChange(spans.length === 0 ? rest : { ...rest, [day]: spans });
  };
  const spread = (day: string) => {
    const spans = spansOf(value, day);
    const days = Object.fromEntries(WORKDAYS.map((each) => [each, spans]));
    onChange({ ...(isObject(value) ? value : {}), ...days });
  };
  return (
    <div className="fe-week">
      {field.keys.map((day) => (
        <DayRow
          key={day}
          word={words.days[day] ?? day}
          spans={spansOf(value, day)}
          readOnly={readOnly}
          onChange={(spans) => set(day, spans)}
          {...(day === "mon" ? { onSpread: () => spread(day) } : {})}
        />
      ))}
    </div>
  );
}

function DayRow({
  word,
  spans,
  readOnly,
  onChange,
  onSpread,
}: {
  word: string;
  spans: readonly Span[];
  readOnly: boolean;
  onChange: (spans: readonly Span[]) => void;
  onSpread?: () => void;
}) {
  const { field: words } = useWords();
  const put = (index: number, side: 0 | 1, clock: string) =>
    onChange(
      spans.map((span, at) => {
        if (at !== index) return span;
        return side === 0 ? [clock, span[1]] : [span[0], clock];
      }),
    );
  return (
    <div className="fe-day">
      <span className="fe-day-word">{word}</span>
      <div className="fe-day-spans">
        {spans.length === 0 && <span className="lx-faint">{words.closedDay}</span>}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one from another
          <span key={index} className="fe-span">
            <Clock
              label={`${word} ${index + 1}`}
              value={span[0]}
              readOnly={readOnly}
              onChange={(clock) => put(index, 0, clock)}
            />
            –
            <Clock
              label={`${word} ${index + 1}`}
              value={span[1]}
              readOnly={readOnly}
              onChange={(clock) => put(index, 1, clock)}
            />
            {!readOnly && (
              <Button
                size="small"
                type="text"
                aria-label={`${words.remove} ${word} ${index + 1}`}
                onClick={() => onChange(spans.filter((_, at) => at !== index))}
              >
                ×
              </Button>
            )}
          </span>
        ))}
      </div>
      {!readOnly && (
        <Button
          size="small"
          type="text"
          aria-label={`${words.addSpan} ${word}`}
          title={words.addSpan}
          onClick={() => onChange([...spans, NEXT])}
        >
          +
        </Button>
      )}
      {!readOnly && onSpread && spans.length > 0 && (
        <Button size="small" className="fe-spread" onClick={onSpread}>
          {words.copyDay}
        </Button>
      )}
    </div>
  );
}

function Clock({
  label,
  value,
  readOnly,
  onChange,
}: {
  label: string;
  value: string;
  readOnly: boolean;
  onChange: (clock: string) => void;
}) {
  return (
    <Input
      size="small"
      className="fe-clock"
      aria-label={label}
      key={value}
      defaultValue={value}
      readOnly={readOnly}
      status={CLOCK.test(value) ? "" : "error"}
      maxLength={5}
      onBlur={(event) => {
        const clock = clockOf(event.target.value);
        if (clock !== value) onChange(clock);
      }}
      onPressEnter={(event) => event.currentTarget.blur()}
    />
  );
}
