/**
 * The texts of a list in a row, or null for what is no list. A text would pass for a list in
 * `includes`, and give what is only part of a name.
 */
export function textsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value : null;
}
