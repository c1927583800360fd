import { useCallback, useEffect, useMemo, useRef, useState } from "react";

/** Prompts one after another, as a caller hears them; a new list ends the one before. */
export function usePlayback() {
  const [aloud, setAloud] = useState(true);
  const sound = useRef<HTMLAudioElement | null>(null);
  const stop = useCallback(() => {
    sound.current?.pause();
    sound.current = null;
  }, []);
  const play = useCallback(
    (urls: readonly string[], always = false) => {
      stop();
      if (!aloud && !always) return;
      const next = (index: number) => {
        const url = urls[index];
        if (url === undefined) return;
        const audio = new Audio(url);
        sound.current = audio;
        // What cannot be played is passed over: its text stands in the transcript.
        for (const end of ["ended", "error"]) {
          audio.addEventListener(end, () => sound.current === audio && next(index + 1), {
            once: true,
          });
        }
        audio.play().catch(() => undefined);
      };
      next(0);
    },
    [aloud, stop],
  );
  useEffect(() => stop, [stop]);
  return useMemo(() => ({ aloud, setAloud, play, stop }), [aloud, play, stop]);
}
