/**
 * Keeps the letters that the picture maker's own font has. For others it would ask servers on the
 * internet for a font, with the text in the question.
 */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u2030-\u203a\u20ac]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
