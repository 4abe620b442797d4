/**
 * Decodes a route parameter, once: Next hands them over percent-encoded.
 *
 * @returns the text, or null where the encoding is broken or hides a control character.
 */
export function decodeParam(value: string): string | null {
  try {
    const decoded = decodeURIComponent(value);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u001f\u007f]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}
