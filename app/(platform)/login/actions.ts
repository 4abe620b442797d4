'use server';

import { redirect } from 'next/navigation';
import { loginInput } from '@/app/_sign-in/login-input';
import { consoleAction } from '@/lib/api/console-action';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signIn as openHere } from '@/lib/auth/sign-in';

/** Signs in to the platform itself. */
export const signIn = consoleAction(
  { permission: 'public', input: loginInput },
  async ({ viewer, requestId }, { next, ...given }) => {
    const signedIn = await openHere(given, { realm: null, viewer, requestId });
    redirect(nextPath(next, homePath(signedIn, null)));
  },
);
