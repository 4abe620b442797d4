'use server';

import { redirect } from 'next/navigation';
import { sessionInput } from '@/app/_sign-in/session-input';
import { consoleAction } from '@/lib/api/console-action';
import { endOtherSessions } from '@/lib/auth/end-session';

/** Signs the person out elsewhere. */
export const endSessions = consoleAction(
  { permission: 'account.use', input: sessionInput },
  async ({ viewer, requestId }, { session }) => {
    const target = session === 'others' ? null : session;
    await endOtherSessions(viewer.sessionId, target, requestId);
    redirect('/account');
  },
);
