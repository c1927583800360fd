import { DatePicker, type DatePickerProps } from "antd";
import dayjs from "dayjs";
import { useRef } from "react";
import { KeepsEnter } from "./keeps-enter";

interface Props {
  /** As it is shown. No other form is read while somebody types: 2026-12-3 may become 2026-12-31. */
  format: string;
  /** What stands there, by the centre's clock; "" for nothing. */
  face: string;
  /** What was left there and is none, as it was typed; "" where there is no such thing. */
  unread: string;
  /** What is said of it. */
  problem: string;
  /** The field was left with this text in it. */
  onLeft: (text: string) => void;
  onChosen: (face: dayjs.Dayjs | null) => void;
  picker: DatePickerProps;
}

/** antd's picker, but what is typed stays: it is read when the field is left, or is told to be none. */
export function TypedDate({ format, face, unread, problem, onLeft, onChosen, picker }: Props) {
  const typed = useRef<string | null>(null);
  const leave = () => {
    const text = typed.current;
    typed.current = null;
    if (text !== null) onLeft(text.trim());
  };
  const bad = unread !== "";
  return (
    <KeepsEnter>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the control within is what is used */}
      <span
        className="typed-date"
        onChangeCapture={({ target }) => {
          if (target instanceof HTMLInputElement) typed.current = target.value;
        }}
        onBlur={leave}
        onKeyDownCapture={({ key }) => key === "Enter" && leave()}
      >
        <DatePicker
          {...picker}
          className="date-field"
          format={bad ? [() => unread, format] : format}
          {...(bad ? { status: "error" as const } : {})}
          value={bad ? somewhere() : face === "" ? null : dayjs.utc(face)}
          onChange={(chosen) => {
            typed.current = null;
            if (!Array.isArray(chosen)) onChosen(chosen); // one is chosen: see `multiple` of antd
          }}
        />
        {bad && (
          <span className="typed-date-problem" role="alert">
            {problem}
          </span>
        )}
      </span>
    </KeepsEnter>
  );
}

/** The picker shows text only for a value. Not today: who means that will choose it. */
function somewhere(): dayjs.Dayjs {
  return dayjs.utc().add(1, "month").startOf("month");
}
