/** `3.2 s`: prompts are short, so tenths count. */
export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
