import type { OpenedInvitation } from './find-invitation';

/** Why an invitation is worth nothing, and what to do. */
export function deadWords(
  state: Exclude<OpenedInvitation['state'], 'open'>,
  site: string,
): { title: string; words: string } {
  const ask = `Ask the people of ${site} for a new one.`;
  return {
    used: {
      title: 'This invitation has been accepted',
      words: 'Each works once. Sign in with the address it was sent to.',
    },
    expired: { title: 'This invitation is too old', words: ask },
    revoked: { title: 'This invitation was taken back', words: `Ask the people of ${site}.` },
    replaced: {
      title: 'There is a newer invitation',
      words: 'Only the link in the newest mail works.',
    },
    dead: {
      title: 'This invitation does not hold any more',
      words: `Whoever sent it may not invite you like this now, or what you were invited as is gone. ${ask}`,
    },
  }[state];
}

/** An address as somebody else may see it: `a***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}***${email.slice(Math.max(at, 0))}`;
}
