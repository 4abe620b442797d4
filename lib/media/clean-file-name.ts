const longestStem = 100;

/**
 * Makes a file name that may stand in addresses, texts and headers: the last part of whatever path
 * was given, letters, digits, dots, hyphens and underscores of any script, with the ending of what
 * the file really is.
 *
 * @param given - of the upload; anything.
 * @param ending - as in `jpg`.
 */
export function cleanFileName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // Unseen marks, those that turn the direction of writing among them, and halves of a sign.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/\.[\p{L}\p{N}]{1,10}$/u, '')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/-{2,}/g, '-');
  const stem = [...plain].slice(0, longestStem).join('').slice(0, longestStem);
  const trimmed = stem.replaceAll(/[\uD800-\uDBFF]$/g, '').replaceAll(/^[.\-_]+|[.\-_]+$/g, '');
  return `${trimmed || 'picture'}.${ending}`;
}
