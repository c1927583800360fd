import { BaseEdge, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useEditor } from "../state/react";
import type { CanvasEdge } from "./elements";

/** An exit as a line of right angles; blue where the call went. */
export const ExitEdge = memo(function ExitEdge(props: EdgeProps<CanvasEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const key = props.data?.key ?? "";
  const walked = useEditor((state) => state.overlay.walked?.edges.has(key) ?? false);
  const gone = useEditor((state) => state.overlay.changes?.[props.source]?.change === "removed");
  const near = useEditor(
    ({ selected }) => selected.includes(props.source) || selected.includes(props.target),
  );
  const back = targetX <= sourceX;
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    borderRadius: 8,
    offset: 24,
  });
  const look = [
    "fe-edge",
    props.selected && "fe-edge-chosen",
    walked && "fe-edge-walked",
    gone && "fe-edge-gone",
    back && !near && !props.selected && !walked && "fe-edge-back",
  ];
  const mark = walked ? "url(#fe-arrow-walked)" : "url(#fe-arrow)";
  return (
    <BaseEdge
      path={path}
      className={look.filter(Boolean).join(" ")}
      markerEnd={mark}
      interactionWidth={14}
    />
  );
});

/** The arrow heads that all edges share. */
export function Arrows() {
  const head = (id: string, look: string) => (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth="9"
      markerHeight="9"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0 10 5 0 10Z" className={look} />
    </marker>
  );
  return (
    <svg className="fe-arrows" aria-hidden="true">
      <defs>
        {head("fe-arrow", "fe-arrow")}
        {head("fe-arrow-walked", "fe-arrow-walked")}
      </defs>
    </svg>
  );
}
