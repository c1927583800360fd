import { iconOf } from "../nodes/registry";

/** The drawing of a node type; its word stands beside it. */
export function TypeIcon({ type }: { type: string }) {
  return <Strokes path={iconOf(type)} />;
}

/** A drawing made of strokes, 16 × 16. */
export function Strokes({ path }: { path: string }) {
  return (
    <svg className="fe-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
