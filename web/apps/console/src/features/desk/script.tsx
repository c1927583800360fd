import type { AgentState } from "@lianxin/api/live";
import { useTranslation } from "@lianxin/i18n";

type Chapter = "ready" | "ringing" | "talking" | "held" | "wrap_up" | "closing";

/** What to say in each state of the telephone. */
function chapters(state: AgentState): Chapter[] {
  if (state === "talking") return ["talking", "closing"];
  if (state === "ringing" || state === "held" || state === "wrap_up") return [state];
  return ["ready"];
}

export function Script({ state }: { state: AgentState }) {
  const { t, list } = useTranslation();
  return (
    <div className="script">
      {chapters(state).map((chapter) => (
        <section key={chapter}>
          <h3>{t(`desk.script.${chapter}.title`)}</h3>
          <ol>
            {list(`desk.script.${chapter}.lines`).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
