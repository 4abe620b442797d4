/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPart {
  text: string;
  isMarked: boolean;
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * Takes a highlighted text apart, so that it can be drawn as text: whatever an engine gives, it never
 * becomes part of the page's HTML.
 *
 * @param html - escaped, with `<mark>` around what was found.
 */
export function markedParts(html: string): MarkedPart[] {
  return html
    .split(/(<mark>.*?<\/mark>)/su)
    .filter((piece) => piece !== '')
    .map((piece) => ({
      isMarked: piece.startsWith('<mark>'),
      text: piece
        .replace(/<\/?mark>/gu, '')
        .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity),
    }));
}
