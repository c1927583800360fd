import { refusal } from "./data";

export interface Fault {
  code: string;
  place: string;
  text: string;
}

/** What is wrong with a flow, each with its place. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  return (
    <ul className="flow-faults">
      {faults.map(({ code, place, text }) => (
        <li key={`${code} ${place} ${text}`}>
          <code>{place}</code> {text}
        </li>
      ))}
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
