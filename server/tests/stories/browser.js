// Runs before every page of a story: the microphone is a tone, and what is heard is measured.
const givePageItsSound = (frequency, microphone) => {
  const devices = navigator.mediaDevices;
  if (devices === undefined) return;
  let sound;
  const audio = () => {
    if (sound === undefined) {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0.3 });
      tone.connect(volume);
      tone.start();
      sound = { context, tone, volume };
    }
    return sound;
  };

  window.__speak = (hertz) => {
    const { tone, volume } = audio();
    volume.gain.value = hertz > 0 ? 0.3 : 0;
    if (hertz > 0) tone.frequency.value = hertz;
  };

  devices.getUserMedia = async () => {
    if (microphone === "refused") throw new DOMException("refused", "NotAllowedError");
    if (microphone === "missing") throw new DOMException("missing", "NotFoundError");
    const { context, volume } = audio();
    const end = context.createMediaStreamDestination();
    volume.connect(end);
    return end.stream;
  };

  const ears = new Set();
  const Connection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(...options) {
      super(...options);
      this.addEventListener("track", ({ track }) => {
        const { context } = audio();
        const ear = new AnalyserNode(context, { fftSize: 16384 });
        context.createMediaStreamSource(new MediaStream([track])).connect(ear);
        ears.add(ear);
        track.addEventListener("ended", () => ears.delete(ear));
        const watch = setInterval(() => {
          if (this.connectionState !== "closed") return;
          clearInterval(watch);
          ears.delete(ear);
        }, 50);
      });
    }
  };

  const measure = (ear, hertz) => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    const step = (2 * Math.PI * hertz) / ear.context.sampleRate;
    let power = 0;
    let real = 0;
    let imaginary = 0;
    samples.forEach((sample, n) => {
      power += sample * sample;
      real += sample * Math.cos(step * n);
      imaginary += sample * Math.sin(step * n);
    });
    const count = samples.length;
    const tone = (2 * (real * real + imaginary * imaginary)) / (count * count);
    const all = power / count;
    return { level: Math.sqrt(all), share: all > 0 ? Math.min(1, tone / all) : 0 };
  };

  // The loudest of what is playing: after a page attached again only one is left.
  window.__heard = (hertz) =>
    [...ears]
      .map((ear) => measure(ear, hertz))
      .reduce((a, b) => (b.level > a.level ? b : a), { level: 0, share: 0 });
};
