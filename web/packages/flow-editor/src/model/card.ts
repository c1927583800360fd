/** The measures of a card, in pixels. All of one width; the height follows from its ports. */
import type { FlowDocument, Frame, Point } from "./flow";

export const CARD_WIDTH = 240;
const CARD_HEAD = 72;
const PORT_HEIGHT = 24;
const CARD_FOOT = 8;
export const FRAME_PADDING = 24;
export const FRAME_HEAD = 40;

/** Where the way in stands, from the top of the card. */
export const ENTRY = 20;

export function cardHeight(ports: number): number {
  return CARD_HEAD + ports * PORT_HEIGHT + (ports > 0 ? CARD_FOOT : 4);
}

/** The middle of a port, from the top of the card. */
export function portMiddle(index: number): number {
  return CARD_HEAD + index * PORT_HEIGHT + PORT_HEIGHT / 2;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The rectangle of a frame: its members and room for its title; null when none has a place. */
export function frameBox(
  frame: Frame,
  { layout }: FlowDocument,
  heightOf: (id: string) => number,
): Box | null {
  const boxes = frame.members.flatMap((id) => {
    const at = layout.nodes[id];
    return at ? [{ ...at, bottom: at.y + heightOf(id) }] : [];
  });
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x)) - FRAME_PADDING;
  const y = Math.min(...boxes.map((box) => box.y)) - FRAME_HEAD;
  const right = Math.max(...boxes.map((box) => box.x)) + CARD_WIDTH + FRAME_PADDING;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + FRAME_PADDING;
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether two rectangles have any of their area in common. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
