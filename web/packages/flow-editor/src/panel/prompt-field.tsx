import { isComposing } from "@lianxin/ui";
import { AutoComplete, Button } from "antd";
import { useMemo, useRef, useState } from "react";
import { useWords } from "../words/use-words";
import type { FieldProps } from "./field-props";
import { useNaming, useVocabulary } from "./vocabulary";

/** One audio at a time, whichever button was pressed. */
let playing: HTMLAudioElement | null = null;

/** A button that plays one language of a prompt, at once. */
function Hear({ source, label }: { source: string; label: string }) {
  const { field: words } = useWords();
  const [on, setOn] = useState(false);
  const audio = useRef<HTMLAudioElement | null>(null);
  const toggle = async () => {
    if (on) return audio.current?.pause();
    playing?.pause();
    const sound = new Audio(source);
    audio.current = sound;
    playing = sound;
    for (const end of ["pause", "ended", "error"]) sound.addEventListener(end, () => setOn(false));
    setOn(true);
    await sound.play().catch(() => setOn(false));
  };
  return (
    <button
      type="button"
      className="fe-hear"
      aria-label={`${on ? words.stop : words.play} ${label}`}
      onClick={() => void toggle()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={on ? "M2 2h8v8H2z" : "M3 1.500l7.500 4.500L3 10.500z"} fill="currentColor" />
      </svg>
    </button>
  );
}

/** The texts of a prompt in every language beside each other, each with its sound. */
function PromptTexts({ id }: { id: string }) {
  const words = useWords();
  const { prompts, languages } = useVocabulary();
  const prompt = prompts.get(id);
  if (prompt === undefined) return null;
  return (
    <dl className="fe-texts">
      {languages.map((language) => {
        const text = prompt.texts[language] ?? "";
        const source = prompt.audio[language];
        const word = words.languages[language] ?? language;
        return (
          <div key={language}>
            <dt>{word}</dt>
            <dd lang={language === "en" ? "en" : "zh"}>
              {text || <span className="lx-faint">{words.field.noText}</span>}
            </dd>
            <dd className="fe-hear">
              {source === undefined ? (
                <span className="lx-faint fe-no-audio" title={words.field.noAudio}>
                  —
                </span>
              ) : (
                <Hear source={source} label={`${prompt.name} ${word}`} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function usePromptOptions(): { value: string; label: string }[] {
  const naming = useNaming();
  const { prompts } = useVocabulary();
  return useMemo(
    () =>
      [...prompts.values()].map(({ id }) => ({ value: id, label: `${naming.prompt(id)} · ${id}` })),
    [prompts, naming],
  );
}

/** Choose a prompt by its text or its id, or type `$name` for a variable. */
function PromptChooser({
  value,
  onChoose,
  label,
  readOnly,
  placeholder,
}: {
  value: string;
  onChoose: (id: string) => void;
  label: string;
  readOnly: boolean;
  placeholder?: string;
}) {
  const options = usePromptOptions();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (text: string) => {
    setTyped(null);
    if (text !== value) onChoose(text.trim());
  };
  return (
    <AutoComplete
      aria-label={label}
      value={typed ?? value}
      disabled={readOnly}
      {...(placeholder === undefined ? {} : { placeholder })}
      options={options}
      showSearch={{
        filterOption: (input, option) =>
          input === value || `${option?.label ?? ""}`.toLowerCase().includes(input.toLowerCase()),
        onSearch: setTyped,
      }}
      popupMatchSelectWidth={360}
      onSelect={(id: string) => settle(id)}
      onBlur={() => {
        if (typed !== null) settle(typed);
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Enter" && typed?.startsWith("$")) settle(typed);
      }}
    />
  );
}

export function PromptField({ field, value, onChange, label, readOnly }: FieldProps) {
  const id = typeof value === "string" ? value : "";
  return (
    <div className="fe-prompt">
      <PromptChooser
        value={id}
        label={label}
        readOnly={readOnly}
        onChoose={(next) => onChange(next === "" && field.nullable ? null : next)}
      />
      <PromptTexts id={id} />
    </div>
  );
}

/** Prompts in the order in which they are played. */
export function PromptsField({ value, onChange, label, readOnly }: FieldProps) {
  const { field: words } = useWords();
  const ids = Array.isArray(value) ? value.map(String) : [];
  const put = (index: number, id: string | null) => {
    const next = [...ids];
    if (id === null || id === "") next.splice(index, 1);
    else next[index] = id;
    onChange(next);
  };
  const swap = (index: number, other: number) => {
    const next = [...ids];
    [next[index], next[other]] = [ids[other] as string, ids[index] as string];
    onChange(next);
  };
  return (
    <ol className="fe-prompts">
      {ids.map((id, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a prompt may stand twice in the list
        <li key={`${index} ${id}`} className="fe-prompt">
          <div className="fe-prompt-head">
            <PromptChooser
              value={id}
              label={`${label} ${index + 1}`}
              readOnly={readOnly}
              onChoose={(next) => put(index, next)}
            />
            {!readOnly && (
              <>
                <Button
                  size="small"
                  type="text"
                  aria-label={`${words.up} ${index + 1}`}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={`${words.remove} ${index + 1}`}
                  onClick={() => put(index, null)}
                >
                  ×
                </Button>
              </>
            )}
          </div>
          <PromptTexts id={id} />
        </li>
      ))}
      {!readOnly && (
        <li>
          <PromptChooser
            value=""
            label={words.addPrompt}
            placeholder={`${words.addPrompt}（${words.addVariable}）`}
            readOnly={false}
            onChoose={(id) => id !== "" && onChange([...ids, id])}
          />
        </li>
      )}
    </ol>
  );
}
