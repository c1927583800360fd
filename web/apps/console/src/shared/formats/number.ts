/** Numbers of the country itself are written without its code. */
function national(number: string): string {
  return number.replace(/^\+86/, "");
}

/**
 * `13800000001` is shown as `138****0001`; short numbers lose their middle third. The same rule as
 * `rules/masking.py`: both are held to `server/tests/rules/masking.json`.
 */
export function masked(full: string): string {
  const number = national(full);
  if (number.includes("*") || number.length < 5) return number;
  const tail = number.length >= 8 ? 4 : 2;
  const head = Math.max(1, Math.min(3, number.length - tail - 2));
  return `${number.slice(0, head)}****${number.slice(-tail)}`;
}
