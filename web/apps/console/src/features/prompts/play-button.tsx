import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";

/** Plays one sound from its beginning; pressed again it stops. */
export function PlayButton({ source, label }: { source: string | null; label: string }) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = () => {
    if (playing) return audio.current?.pause();
    const next = new Audio(source ?? "");
    audio.current = next;
    next.onpause = () => setPlaying(false);
    next.onended = () => setPlaying(false);
    setFailed(false);
    setPlaying(true);
    next.play().catch(() => {
      setPlaying(false);
      setFailed(true);
    });
  };
  return (
    <Button
      size="small"
      disabled={source === null}
      danger={failed}
      aria-label={label}
      title={failed ? t("common.player.failed") : label}
      onClick={toggle}
    >
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <path d={playing ? "M2 2h8v8H2z" : "M2 1l9 5-9 5z"} fill="currentColor" />
      </svg>
    </Button>
  );
}
