'use server';

import { redirect } from 'next/navigation';
import { overAddress } from '@/app/_sign-in/code-address';
import { codeInput } from '@/app/_sign-in/code-input';
import { consoleAction } from '@/lib/api/console-action';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signInWithCode } from '@/lib/auth/two-factor/sign-in-with-code';

/** The second step of signing in to the platform itself. */
export const enterCode = consoleAction(
  { permission: 'public', input: codeInput },
  async ({ viewer, requestId }, { code, next }) => {
    const outcome = await signInWithCode(code, { realm: null, viewer, requestId });
    if (outcome.kind === 'over') redirect(overAddress(outcome.why, next));
    redirect(nextPath(next, homePath(outcome.viewer, null)));
  },
);
