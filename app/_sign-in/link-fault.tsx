import type { ReactNode } from 'react';
import type { Link } from '@/lib/auth/links/read-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';

const faults = {
  used: {
    title: 'This link has been used',
    words: 'Each link works once. What it was for has happened already.',
  },
  expired: {
    title: 'This link is too old',
    words: 'Links work for a limited time, so that an old mail is worth nothing.',
  },
  void: {
    title: 'There is a newer link',
    words: 'It was asked for again, or stopped. Only the link in the newest mail works.',
  },
  none: {
    title: 'This link does not work',
    words: 'Perhaps it was cut off on its way: copy all of it from the mail.',
  },
};

/** Why a mailed link does nothing, and what to do now. Tells a stranger nothing: it is for who has the mail. */
export function LinkFault({ link, children }: { link: Link | null; children: ReactNode }) {
  const state = link && link.state !== 'open' ? link.state : 'none';
  return (
    <>
      <AuthHead title={faults[state].title}>{faults[state].words}</AuthHead>
      <div className="grid gap-2">{children}</div>
    </>
  );
}
