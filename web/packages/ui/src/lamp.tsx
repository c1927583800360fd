export type LampTone = "ready" | "talk" | "hold" | "failed" | "off";
export type LampShape = "disc" | "ring" | "bell" | "wave" | "pause" | "pen" | "cross" | "dash";

const SHAPES: Record<LampShape, React.ReactNode> = {
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  bell: <path d="M6 0 12 10H0Z" fill="currentColor" />,
  wave: (
    <path
      d="M1 4.5v3M4.3 2v8M7.7 0.8v10.4M11 4v4"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  pause: <path d="M1.5 1h3v10h-3zM7.5 1h3v10h-3z" fill="currentColor" />,
  pen: <path d="M1 11 2 7.5 8.5 1 11 3.5 4.5 10Z" fill="currentColor" />,
  cross: <path d="m2 2 8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.2" />,
  dash: (
    <>
      <circle cx="6" cy="6" r="5" fill="currentColor" />
      <path d="M3.2 6h5.6" stroke="var(--lx-surface)" strokeWidth="1.8" />
    </>
  ),
};

/** State as colour and shape; the word stands beside it. */
export function Lamp({ tone, shape }: { tone: LampTone; shape: LampShape }) {
  return (
    <svg className={`lx-lamp lx-tone-${tone}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}

/** A state in words on its soft ground, with its shape. */
export function Tag({
  tone,
  shape = "disc",
  children,
}: {
  tone: LampTone;
  shape?: LampShape;
  children: React.ReactNode;
}) {
  return (
    <span className={`lx-tag lx-ground-${tone}`}>
      <Lamp tone={tone} shape={shape} />
      {children}
    </span>
  );
}
