import { AppError } from '../errors';

/**
 * Refuses a drawing that declares entities, which can read files and grow without end, before
 * anything parses it. All else that a drawing may carry is lost when it is drawn into pixels.
 *
 * @throws AppError unusable
 */
export function checkSvg(bytes: Buffer): void {
  const text = decode(bytes);
  if (text === null || text.includes('\0')) {
    throw new AppError(
      'unusable',
      'The drawing is not written in UTF-8. Export it again as plain SVG.',
    );
  }
  // Neither sign that begins something: else a file full of beginnings is read to its end for each.
  if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text)) {
    throw new AppError(
      'unusable',
      'The drawing declares entities, which are not taken. Export it again as plain SVG.',
    );
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
