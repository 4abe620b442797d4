/** A piece of a comment: text, or an address to lead to. */
export interface TextPiece {
  text: string;
  href: string | null;
}

const address = /\bhttps?:\/\/[^\s<>"“”]+/gi;
const endSigns = new Set(".,;:!?'’)]}»");

/** Finds web addresses in plain text. Signs that end a sentence are no part of one. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = withoutTail(found);
    if (!URL.canParse(href)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: href, href });
    from = index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

/** A bracket that was opened inside stays, as in addresses of encyclopedias. */
function withoutTail(found: string): string {
  // From the end: a pattern would begin anew at each sign of a long run.
  let end = found.length;
  while (end > 0 && endSigns.has(found.charAt(end - 1))) end -= 1;
  const cut = found.slice(0, end);
  return found[cut.length] === ')' && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}
