'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { signOut as endHere } from '@/lib/auth/sign-in';

/** Ends the session of this device on the root host. */
export const signOut = consoleAction(
  { permission: 'public', input: z.object({}) },
  async ({ viewer, requestId }) => {
    await endHere(viewer, { realm: null, requestId });
    redirect('/login?signed-out=1');
  },
);
