import type { ComponentType } from "react";
import type { SpecNode } from "../model/flow";
import type { RefKind } from "../model/schema";

/** What a summary may ask: what a prompt says, what the centre calls a thing. */
export interface Reading {
  readonly prompt: (id: string) => string;
  readonly called: (kind: RefKind, code: string) => string;
  readonly choice: (field: string, value: string) => string;
  readonly english: boolean;
}

interface FaceWords {
  readonly name: string;
  readonly about: string;
  /** Words of fields that differ from those that all types share. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Words of choices, as `field.value`. */
  readonly choices?: Readonly<Record<string, string>>;
}

/**
 * How a node type looks: `src/nodes/<type>/index.ts` exports one as `face`. A type without
 * a folder is drawn and edited by its schema alone.
 */
export interface NodeFace {
  /** A drawing on 16 × 16, made of strokes: the `d` of an SVG path. */
  readonly icon: string;
  readonly zh: FaceWords;
  readonly en: FaceWords;
  /** The line on the card; without it, what the first prompt says. */
  readonly says?: (node: SpecNode, reading: Reading) => string;
  /** What the panel shows above the fields, where the fields are not enough. */
  readonly Panel?: ComponentType<{ id: string }>;
}

/** Strings of a list, or of a single value. */
export function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
  return typeof value === "string" && value !== "" ? [value] : [];
}
