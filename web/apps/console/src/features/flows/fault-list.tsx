import { Button } from "antd";
import { refusal } from "./data";

export interface Fault {
  code: string;
  place: string;
  text: string;
}

/** The node in which a place lies, null for one of the flow itself: a name has no dot. */
function nodeOf(place: string): string | null {
  const [whole, node] = place.split(".");
  return whole === "nodes" && node ? node : null;
}

/** What is wrong with a flow, each with its place; a place that is a node's leads to it. */
export function FaultList({
  faults,
  onSeek,
}: {
  faults: readonly Fault[];
  /** Where the drawing is at hand. */
  onSeek?: (node: string) => void;
}) {
  return (
    <ul className="flow-faults">
      {faults.map(({ code, place, text }) => {
        const node = onSeek === undefined ? null : nodeOf(place);
        return (
          <li key={`${code} ${place} ${text}`}>
            {node === null ? (
              <code>{place}</code>
            ) : (
              <Button size="small" type="link" onClick={() => onSeek?.(node)}>
                <code>{place}</code>
              </Button>
            )}{" "}
            {text}
          </li>
        );
      })}
    </ul>
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
