import { DatePicker, type DatePickerProps } from "antd";
import dayjs from "dayjs";
import {
  type ComponentProps,
  createContext,
  type SyntheticEvent,
  useContext,
  useRef,
  useState,
} from "react";
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
  /** The field was left, or Enter pressed, with this text in it. */
  onLeft: (text: string) => void;
  /** It was chosen in the calendar; null: it was cleared. */
  onChosen: (face: dayjs.Dayjs | null) => void;
  picker: DatePickerProps;
}

const Unread = createContext("");

/** The picker's own input, but it shows what could not be read: that may be mended in its place. */
function UnreadInput({ value, onChange, onBlur, ...rest }: ComponentProps<"input">) {
  const unread = useContext(Unread);
  const [edited, setEdited] = useState(false);
  return (
    <input
      {...rest}
      value={edited || unread === "" ? value : unread}
      onChange={(event) => {
        setEdited(true);
        onChange?.(event);
      }}
      onBlur={(event) => {
        setEdited(false);
        onBlur?.(event);
      }}
    />
  );
}

const PARTS = { input: UnreadInput };

/** antd's picker, but what is typed stays: it is read when the field is left, or is told to be none. */
export function TypedDate({ format, face, unread, problem, onLeft, onChosen, picker }: Props) {
  const typed = useRef<string | null>(null);
  // The picker takes whatever was a date on the way: of 2026-12-315 the day before the last figure.
  const byText = useRef(false);
  const leave = () => {
    const text = typed.current;
    typed.current = null;
    if (text !== null) onLeft(text.trim());
  };
  /** In the calendar, or on the cross that clears. */
  const point = ({ target }: SyntheticEvent) => {
    if (!(target instanceof HTMLInputElement)) byText.current = false;
  };
  const bad = unread !== "";
  return (
    <KeepsEnter>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the control within is what is used */}
      <span
        className="typed-date"
        onChangeCapture={({ target }) => {
          if (!(target instanceof HTMLInputElement)) return;
          typed.current = target.value;
          byText.current = true;
        }}
        onMouseDownCapture={point}
        onBlur={leave}
        onKeyDownCapture={(event) => {
          point(event);
          if (event.key === "Enter") leave();
        }}
      >
        <Unread value={unread}>
          <DatePicker
            {...picker}
            className="date-field"
            components={PARTS}
            format={format}
            {...(bad ? { status: "error" as const } : {})}
            value={face === "" ? null : dayjs.utc(face)}
            onChange={(chosen) => {
              if (byText.current || Array.isArray(chosen)) return; // one is chosen: no `multiple`
              typed.current = null;
              onChosen(chosen);
            }}
          />
        </Unread>
        {bad && (
          <span className="typed-date-problem" role="alert">
            {problem}
          </span>
        )}
      </span>
    </KeepsEnter>
  );
}
