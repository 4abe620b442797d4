/**
 * Why a form did not reach the server: it did not answer, it no longer knows this page's form, or the
 * form is larger than it takes.
 */
export type Unsent = 'unreached' | 'outdated' | 'large';

// The framework takes 1 MB, and answers more with nothing that could be shown.
const mostBytes = 1_000_000;

/** Tells whether a form is larger than the server takes. Files are no part of such forms. */
export function isTooLarge(form: FormData): boolean {
  let bytes = 0;
  for (const [name, value] of form) {
    bytes += name.length + (typeof value === 'string' ? new Blob([value]).size : value.size);
    if (bytes > mostBytes) return true;
  }
  return false;
}

/**
 * Tells whether a Server Action failed on its way. What the server itself says, redirects too,
 * carries a digest.
 *
 * @returns null for what the server answered
 */
export function unsentBy(error: unknown): Unsent | null {
  if (!(error instanceof Error) || 'digest' in error) return null;
  return error.name === 'UnrecognizedActionError' ? 'outdated' : 'unreached';
}

/** What to do about it. */
export function unsentWords(unsent: Unsent, isAway: boolean): string {
  if (unsent === 'outdated') {
    return 'Tenantry was updated since this page was opened. Copy what you typed, then load the page again.';
  }
  if (unsent === 'large') {
    return 'This is more than 1 MB, which is too much to be sent. Everything here is kept: make it shorter.';
  }
  return isAway
    ? 'The server does not answer. Everything here is kept: do it again when the connection is back.'
    : 'The server did not answer, but it does now. Everything here is kept: do it again.';
}
