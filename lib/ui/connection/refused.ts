/** Why the server did not do something, in words for who asked. */
export interface Refused {
  words: string;
  /** Nobody is signed in any more. */
  isSignedOut: boolean;
}

/**
 * Reads the answer of a Server Action for why nothing was done (S2.43).
 *
 * @param answer - an action's state, or anything else.
 * @returns null for what was done
 */
export function refusedBy(answer: unknown): Refused | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok) return null;
  const { message, errors = {}, code } = answer as Failure;
  const [first] = Object.values(errors).flat();
  return {
    words: first ?? message ?? 'This could not be done.',
    isSignedOut: code === 'not_signed_in',
  };
}

interface Failure {
  message?: string;
  errors?: Record<string, string[]>;
  code?: string;
}
