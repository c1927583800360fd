import { codeOfMicrophoneError, type ErrorCode } from "./codes";

export class MicrophoneError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** One speaking person: the browser's echo cancellation and levelling, one channel. */
const constraints: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
};

/** Ask for the microphone. Throws `MicrophoneError`; the caller stops the tracks. */
export async function openMicrophone(): Promise<MediaStream> {
  if (!window.isSecureContext || !navigator.mediaDevices) {
    throw new MicrophoneError("microphone.insecure_context");
  }
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    throw new MicrophoneError(codeOfMicrophoneError(error instanceof Error ? error.name : ""));
  }
}

export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** How loud the loudest sample of a moment is, 0 to 1. */
export function peak(samples: Uint8Array): number {
  return samples.reduce((top, sample) => Math.max(top, Math.abs(sample - 128)), 0) / 128;
}

/** Report the level of `stream` ten times a second until the returned function is called. */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    onLevel(peak(samples));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
