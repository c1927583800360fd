import { readSession } from "./data";

/** When somebody last did something here. What a page asks by itself keeps nobody signed in. */
let last = Date.now();

const DONE = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
/** So often the server is told that somebody is there, who may be writing for an hour. */
const TELL_SECONDS = 120;

/** Seconds since somebody last did something. */
export function idleSeconds(): number {
  return Math.max(0, Math.floor((Date.now() - last) / 1000));
}

/** Watch what is done at the page and tell the server; `talks`: no key is pressed in a call. */
export function keepSignedIn(talks: () => boolean): () => void {
  const note = () => {
    last = Date.now();
  };
  note();
  for (const name of DONE) window.addEventListener(name, note, { passive: true, capture: true });
  const telling = window.setInterval(() => {
    if (talks()) note();
    if (idleSeconds() < TELL_SECONDS) void readSession().catch(() => undefined);
  }, TELL_SECONDS * 1000);
  return () => {
    window.clearInterval(telling);
    for (const name of DONE) window.removeEventListener(name, note, { capture: true });
  };
}
