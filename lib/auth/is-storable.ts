/** False for what no text column can hold: PostgreSQL refuses the question. */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
