/** Why a form did not reach the server: it did not answer, or it no longer knows this page's form. */
export type Unsent = 'unreached' | 'outdated';

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
  return isAway
    ? 'The server does not answer. Everything here is kept: do it again when the connection is back.'
    : 'The server did not answer, but it does now. Everything here is kept: do it again.';
}
