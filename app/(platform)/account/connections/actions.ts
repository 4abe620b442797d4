'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { disconnectIdentity } from '@/lib/auth/providers/disconnect-identity';

/** Takes an account elsewhere away from the person's own. */
export const disconnect = consoleAction(
  { permission: 'account.use', input: z.object({ identity: z.uuid() }) },
  async ({ viewer, requestId }, { identity }) => {
    await disconnectIdentity(viewer.sessionId, identity, requestId);
    redirect('/account?connected=gone#connected-accounts');
  },
);
