import type { ReactNode } from "react";

/**
 * Around a control that takes Enter for itself (it accepts a date, it picks from a list): that key
 * does not send the form as well. A closed list has nothing to pick, and a picker always opens or
 * accepts. What stands in its panel (antd draws it elsewhere, React still tells us) keeps its Enter.
 */
export function KeepsEnter({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the control within is what is used
    <span
      className="keeps-enter"
      onKeyDown={(event) => {
        if (event.key === "Enter" && takesEnter(event.target)) event.preventDefault();
      }}
    >
      {children}
    </span>
  );
}

function takesEnter(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  const open = target.getAttribute("aria-expanded") === "true";
  return open || target.closest(".ant-picker") !== null;
}
