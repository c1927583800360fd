import { type EditorStore, usePlaceTexts, type Vocabulary } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { refusal } from "./data";

export interface Fault {
  code: string;
  place: string;
  text: string;
}

/** The drawing in which the places lie, and what is done before one is gone to. */
interface Drawn {
  store: EditorStore;
  vocabulary: Vocabulary | undefined;
  onSeek?: () => void;
}

/** What is wrong with a flow, each with its place; where the drawing is at hand, in its words,
 * and a click leads there. */
export function FaultList({ faults, drawn }: { faults: readonly Fault[]; drawn?: Drawn }) {
  return (
    <ul className="flow-faults">
      {faults.map(({ code, place, text }) => (
        <li key={`${code} ${place} ${text}`}>
          {drawn === undefined ? <code>{place}</code> : <PlaceLink place={place} {...drawn} />}{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** A place of the drawing by the names on its cards; it leads there. */
export function PlaceLink({ place, store, vocabulary, onSeek }: Drawn & { place: string }) {
  const { t } = useTranslation();
  const { document } = store.get();
  const text = usePlaceTexts(store.types, document, vocabulary)(place);
  const { name, around, field } = text;
  // A node that is not in the drawing: nothing leads there.
  if (text.place.node === null && name !== "") return <code>{place}</code>;
  const words = [around, name || t("flows.whole"), field].filter(Boolean);
  return (
    <Button
      size="small"
      type="link"
      title={place}
      onClick={() => {
        onSeek?.();
        store.seekPlace(place);
      }}
    >
      {words.join(" › ")}
    </Button>
  );
}

function isFault(value: unknown): value is Fault {
  const fault = value as Partial<Record<keyof Fault, unknown>> | null;
  return [fault?.code, fault?.place, fault?.text].every((each) => typeof each === "string");
}

/** The faults that a refusal lists, none where it was refused for something else. */
export function faultsOf(error: unknown): readonly Fault[] {
  const faults = refusal(error, "flow.broken")?.faults;
  return Array.isArray(faults) ? faults.filter(isFault) : [];
}
