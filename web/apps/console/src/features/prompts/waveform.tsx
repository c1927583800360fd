import type { PromptVersion } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { NumberField, useTheme } from "@lianxin/ui";
import { Button } from "antd";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import WaveSurfer from "wavesurfer.js";
import RegionsPlugin, { type Region } from "wavesurfer.js/plugins/regions";
import { type FieldErrors, fieldErrorsOf, useApiMutation } from "../../shared/data/use-mutation";
import { promptKeys, trimPrompt } from "./data";
import { seconds } from "./seconds";

interface Ends {
  start: number;
  end: number;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--lx-${name}`).trim();
}

/** The wave of a version in the colours of the page, with the part that is kept marked on it. */
function useWave(
  place: RefObject<HTMLDivElement | null>,
  version: PromptVersion,
  onEnds: (ends: Ends) => void,
) {
  const { mode } = useTheme();
  const wave = useRef<WaveSurfer | null>(null);
  const region = useRef<Region | null>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState(0);
  const report = useRef(onEnds);
  report.current = onEnds;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    if (place.current === null || version.url === null) return;
    const regions = RegionsPlugin.create();
    const drawn = WaveSurfer.create({
      container: place.current,
      url: version.url,
      peaks: [version.peaks.map((peak) => peak / 100)],
      duration: version.seconds,
      height: 88,
      normalize: true,
      barWidth: 2,
      barGap: 1,
      waveColor: token("ink-faint"),
      progressColor: token("talk"),
      cursorColor: token("ink"),
      plugins: [regions],
    });
    drawn.on("play", () => setPlaying(true));
    drawn.on("pause", () => setPlaying(false));
    drawn.on("finish", () => setPlaying(false));
    drawn.on("timeupdate", setAt);
    drawn.on("error", () => setFailed(true));
    drawn.on("ready", () => {
      region.current = regions.addRegion({
        start: 0,
        end: version.seconds,
        color: `color-mix(in srgb, ${token("talk")} 14%, transparent)`,
        drag: false,
        resize: true,
      });
    });
    regions.on("region-updated", ({ start, end }) => report.current({ start, end }));
    wave.current = drawn;
    return () => {
      wave.current = null;
      region.current = null;
      drawn.destroy();
    };
  }, [place, version.url, mode]);
  const mark = ({ start, end }: Ends) => region.current?.setOptions({ start, end });
  const toggle = (ends: Ends) => {
    if (playing) return wave.current?.pause();
    setFailed(false);
    wave.current?.play(ends.start, ends.end).catch(() => setFailed(true));
  };
  return { playing, failed, at, mark, toggle };
}

const EDGES = ["start", "end"] as const;

/**
 * Listen to a version, and cut it: by dragging the edges of the mark, or by typing. No `ApiForm`:
 * who marks a part to hear it has typed nothing that must be kept.
 */
export function Waveform({
  code,
  version,
  mayEdit,
  onTrimmed,
}: {
  code: string;
  version: PromptVersion;
  mayEdit: boolean;
  onTrimmed: (number: number) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const whole = { start: 0, end: version.seconds };
  const [ends, setEnds] = useState<Ends>(whole);
  const made = useRef<PromptVersion | null>(null);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const { busy, problem, run, reset } = useApiMutation({
    write: async () => {
      made.current = await trimPrompt(code, version.language, version.number, ends);
    },
    keys: promptKeys(code),
    tell: "form",
    onRefused: (error) => {
      const named = fieldErrorsOf(error);
      setWrong(named);
      const first = EDGES.find((edge) => edge in named);
      if (first !== undefined) document.getElementById(`${id}-${first}`)?.focus();
    },
  });
  const move = (next: Ends) => {
    setEnds(next);
    setWrong({});
    reset();
  };
  const wave = useWave(place, version, move);
  const set = (change: Partial<Ends>) => {
    const next = { ...ends, ...change };
    move(next);
    wave.mark(next);
  };
  const cut = ends.start > 0.005 || ends.end < version.seconds - 0.005;
  const possible = cut && ends.end - ends.start >= 0.05;
  const trim = async () => {
    if ((await run()) && made.current !== null) onTrimmed(made.current.number);
  };
  const edge = (which: keyof Ends) => (
    <span key={which} className="prompt-edge">
      {t(`prompts.${which}`)}
      <NumberField
        id={`${id}-${which}`}
        aria-label={t(`prompts.${which}`)}
        aria-invalid={which in wrong}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        status={which in wrong ? "error" : ""}
        size="small"
        min={0}
        max={version.seconds}
        step={0.05}
        precision={2}
        value={ends[which]}
        suffix="s"
        onChange={(value) => value !== null && set({ [which]: value })}
      />
    </span>
  );
  return (
    <div className="prompt-wave">
      <div ref={place} className="prompt-wave-place" role="img" aria-label={t("prompts.wave")} />
      <div className="prompt-buttons">
        <Button size="small" onClick={() => wave.toggle(ends)}>
          {wave.playing ? t("common.player.pause") : t("common.player.play")}
        </Button>
        <span className="lx-figure lx-soft">
          {seconds(wave.at)} / {seconds(version.seconds)}
        </span>
        {mayEdit && (
          <>
            {EDGES.map(edge)}
            <Button size="small" loading={busy} disabled={!possible} onClick={() => void trim()}>
              {t("prompts.trim")}
            </Button>
            {cut && (
              <Button size="small" type="text" onClick={() => set(whole)}>
                {t("prompts.wholeAgain")}
              </Button>
            )}
          </>
        )}
        {wave.failed && (
          <span className="lx-tone-failed" role="alert">
            {t("common.player.failed")}
          </span>
        )}
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="lx-tone-failed" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
