/** Two soft notes each three seconds, made on the spot; returns how to stop. */
export function ring(): () => void {
  const context = new AudioContext();
  const strike = () => {
    for (const [index, pitch] of [660, 880, 660, 880].entries()) {
      note(context, pitch, context.currentTime + index * 0.18);
    }
  };
  strike();
  const timer = setInterval(strike, 3000);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

function note(context: AudioContext, pitch: number, at: number): void {
  const oscillator = new OscillatorNode(context, { type: "sine", frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.25, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.17);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.18);
}
