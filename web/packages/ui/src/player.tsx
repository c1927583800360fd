import { duration } from "@lianxin/i18n";
import { useRef, useState } from "react";

const SPEEDS = [1, 1.25, 1.5, 2] as const;

export interface PlayerTexts {
  play: string;
  pause: string;
  position: string;
  speed: string;
  failed: string;
  back: string;
}

/**
 * A recording: play, seek, 5 s back, speed. The audio is fetched only when somebody
 * presses play, because each listening is logged.
 */
export function Player({
  source,
  length,
  texts,
  onFetched,
}: {
  source: string;
  length: number | null;
  texts: PlayerTexts;
  /** The audio was fetched, and the listening logged. */
  onFetched?: () => void;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState(0);
  const [total, setTotal] = useState(length ?? 0);
  const [speed, setSpeed] = useState<number>(1);

  const toggle = async () => {
    const element = audio.current;
    if (element === null) return;
    if (playing) return element.pause();
    setFailed(false);
    if (element.getAttribute("src") === null) element.src = source;
    else if (failed) element.load(); // fetch it again: an element stays as broken as it was
    element.playbackRate = speed;
    await element.play().catch(() => setFailed(true));
  };
  const seek = (milliseconds: number) => {
    const element = audio.current;
    if (element === null || element.getAttribute("src") === null) return;
    element.currentTime = Math.max(0, milliseconds) / 1000;
    setAt(Math.max(0, milliseconds));
  };
  const nextSpeed = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed as 1) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };

  return (
    <div className="lx-player">
      {/* biome-ignore lint/a11y/useMediaCaption: a telephone recording has no captions */}
      <audio
        ref={audio}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setFailed(true)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime * 1000)}
        onLoadedMetadata={(event) => {
          const seconds = event.currentTarget.duration;
          if (Number.isFinite(seconds)) setTotal(seconds * 1000);
          onFetched?.();
        }}
      />
      <button type="button" className="lx-player-button" onClick={() => void toggle()}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing ? "M2 1h3v10H2zM7 1h3v10H7z" : "M2 1l9 5-9 5z"} fill="currentColor" />
        </svg>
        {playing ? texts.pause : texts.play}
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(1, total)}
        step={100}
        value={Math.min(at, total)}
        onChange={(event) => seek(Number(event.currentTarget.value))}
        aria-label={texts.position}
        aria-valuetext={`${duration(at)} / ${duration(total)}`}
      />
      <span className="lx-figure">
        {duration(at)} / {duration(total)}
      </span>
      <button type="button" className="lx-player-small" onClick={() => seek(at - 5000)}>
        {texts.back}
      </button>
      <button
        type="button"
        className="lx-player-small"
        onClick={nextSpeed}
        aria-label={`${texts.speed} ${speed}×`}
      >
        {speed}×
      </button>
      {failed && (
        <span className="lx-tone-failed" role="alert">
          {texts.failed}
        </span>
      )}
    </div>
  );
}
