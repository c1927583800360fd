import { Button } from "antd";
import type { ReactNode } from "react";

/** Nothing is here, and what to do about it. */
export function Empty({ title, hint, act }: { title: string; hint?: string; act?: ReactNode }) {
  return (
    <div className="lx-empty">
      <p className="lx-empty-title">{title}</p>
      {hint !== undefined && <p className="lx-soft">{hint}</p>}
      {act}
    </div>
  );
}

/** Something failed; the same can be tried again. */
export function Failure({
  title,
  detail,
  retryLabel,
  onRetry,
}: {
  title: string;
  detail?: string | undefined;
  retryLabel: string;
  onRetry: () => void;
}) {
  return (
    <div className="lx-empty" role="alert">
      <p className="lx-empty-title lx-tone-failed">{title}</p>
      {detail !== undefined && <p className="lx-soft">{detail}</p>}
      <Button onClick={onRetry}>{retryLabel}</Button>
    </div>
  );
}

/** Grey bars in the place of rows that are on their way. */
export function Skeleton({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div className="lx-bars" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
        <span key={row} style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
