import { useEffect, useRef, useState } from "react";

type RecorderState = "idle" | "asking" | "recording" | "done" | "refused" | "missing";

interface Open {
  recorder: MediaRecorder;
  stop: () => void;
}

/** Longest take, in seconds; the server takes no more. */
const LONGEST = 600;

/**
 * Record with the microphone of this computer. `level` is 0 to 1 while it records; what was
 * recorded is `take` until the next beginning.
 */
export function useRecorder() {
  const [state, setState] = useState<RecorderState>("idle");
  const [level, setLevel] = useState(0);
  const [loudest, setLoudest] = useState(0);
  const [length, setLength] = useState(0);
  const [take, setTake] = useState<{ blob: Blob; url: string } | null>(null);
  const open = useRef<Open | null>(null);

  useEffect(() => () => open.current?.stop(), []);
  useEffect(() => {
    if (take === null) return;
    return () => URL.revokeObjectURL(take.url);
  }, [take]);

  const start = async () => {
    setState("asking");
    setTake(null);
    setLoudest(0);
    setLength(0);
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: false, noiseSuppression: true, autoGainControl: true },
      });
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      return setState(name === "NotAllowedError" ? "refused" : "missing");
    }
    const recorder = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    const unwatch = watchLevel(stream, (now) => {
      setLevel(now);
      setLoudest((before) => Math.max(before, now));
    });
    const began = performance.now();
    const clock = setInterval(() => {
      const passed = (performance.now() - began) / 1000;
      setLength(passed);
      if (passed >= LONGEST) stop();
    }, 100);
    const close = () => {
      clearInterval(clock);
      unwatch();
      for (const track of stream.getTracks()) track.stop();
      open.current = null;
    };
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      close();
      const blob = new Blob(pieces, { type: recorder.mimeType });
      setTake({ blob, url: URL.createObjectURL(blob) });
      setState("done");
    };
    open.current = {
      recorder,
      stop: () => {
        recorder.onstop = null;
        recorder.stop();
        close();
      },
    };
    recorder.start();
    setState("recording");
  };
  const stop = () => {
    if (open.current?.recorder.state === "recording") open.current.recorder.stop();
  };
  const clear = () => {
    setTake(null);
    setLength(0);
    setState("idle");
  };
  return { state, level, loudest, length, take, start, stop, clear };
}

/** Tell how loud it is, ten times a second. Returns how to end it. */
function watchLevel(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
