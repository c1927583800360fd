import type { PromptRead, PromptVersion } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { App, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { TimeText } from "../../shared/components/time-text";
import { useApiMutation } from "../../shared/data/use-mutation";
import { choosePromptVersion, type PromptLanguage, promptKeys } from "./data";
import { seconds } from "./seconds";

// The drawing of waves is fetched when somebody looks at one.
const Waveform = lazy(async () => ({ default: (await import("./waveform")).Waveform }));

interface Props {
  prompt: PromptRead;
  language: PromptLanguage;
  mayEdit: boolean;
}

/** The versions of one language, the newest first; one of them is open. */
export function Versions({ prompt, language, mayEdit }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const versions = prompt.versions.filter((version) => version.language === language);
  if (versions.length === 0) {
    const heard = prompt.languages[language].heard;
    const why = heard === "shipped" ? t("prompts.onlyShipped") : t("prompts.noVersions");
    return <p className="lx-soft">{why}</p>;
  }
  return (
    <ol className="prompt-versions">
      {versions.map((version) => (
        <li key={version.number} className={version.current ? "prompt-current" : undefined}>
          <Row
            version={version}
            open={open === version.number}
            onOpen={() => setOpen(open === version.number ? null : version.number)}
          />
          {mayEdit && version.state === "ready" && (
            <UseButton prompt={prompt} language={language} version={version} />
          )}
          {open === version.number && version.state === "ready" && (
            <Suspense>
              <Waveform
                code={prompt.code}
                version={version}
                mayEdit={mayEdit}
                onTrimmed={setOpen}
              />
            </Suspense>
          )}
        </li>
      ))}
    </ol>
  );
}

function Row({
  version,
  open,
  onOpen,
}: {
  version: PromptVersion;
  open: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="prompt-version">
      <Button
        size="small"
        type="text"
        aria-expanded={open}
        disabled={version.state !== "ready"}
        onClick={onOpen}
      >
        {t("prompts.version", { number: version.number })}
      </Button>
      <StateTag version={version} />
      <span>{t(`prompts.source.${version.source}`)}</span>
      {version.voice !== "" && (
        <span className="lx-faint">{wordFor("prompts.voice", version.voice, version.voice)}</span>
      )}
      {version.state === "ready" && (
        <span className="lx-figure lx-soft">
          {seconds(version.seconds)}
          {version.level !== null && ` · ${version.level.toFixed(0)} dB`}
        </span>
      )}
      <span className="lx-faint">
        {version.made_by} <TimeText at={version.at} brief />
      </span>
      {version.text !== "" && <span className="prompt-said">{version.text}</span>}
      {version.reason !== "" && <span className="lx-tone-failed">{version.reason}</span>}
    </div>
  );
}

function StateTag({ version }: { version: PromptVersion }) {
  const { t } = useTranslation();
  if (version.state === "rendering") {
    return (
      <Tag tone="talk" shape="wave">
        {t("prompts.state.rendering")}
      </Tag>
    );
  }
  if (version.state === "failed") {
    return (
      <Tag tone="failed" shape="cross">
        {t("prompts.state.failed")}
      </Tag>
    );
  }
  return version.current ? <Tag tone="ready">{t("prompts.inUse")}</Tag> : null;
}

/** Callers hear it from their next call on; for 8 seconds it can be taken back. */
function UseButton({
  prompt,
  language,
  version,
}: Omit<Props, "mayEdit"> & { version: PromptVersion }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, run } = useApiMutation({
    write: (number: number | null) => choosePromptVersion(prompt.code, language, number),
    keys: promptKeys(prompt.code),
  });
  const key = `prompt-${prompt.code}-${language}`;
  const before = prompt.languages[language];
  const change = async (number: number | null) => {
    if (!(await run(number))) return;
    const undo = () => {
      message.destroy(key);
      void run(before.heard === "own" ? before.number : null);
    };
    void message.open({
      key,
      type: "success",
      duration: 8,
      content: (
        <span>
          {number === null ? t("prompts.givenBack") : t("prompts.chosen", { number })}{" "}
          <Button size="small" onClick={undo}>
            {t("prompts.undo")}
          </Button>
        </span>
      ),
    });
  };
  if (version.current) {
    return (
      <Button size="small" loading={busy} onClick={() => void change(null)}>
        {prompt.shipped_texts[language] === null ? t("prompts.stopUsing") : t("prompts.giveBack")}
      </Button>
    );
  }
  return (
    <Button size="small" loading={busy} onClick={() => void change(version.number)}>
      {t("prompts.use")}
    </Button>
  );
}
