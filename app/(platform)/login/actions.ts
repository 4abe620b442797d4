'use server';

import { redirect } from 'next/navigation';
import { emailInput } from '@/app/_sign-in/account-inputs';
import { codeAddress } from '@/app/_sign-in/code-address';
import { loginInput } from '@/app/_sign-in/login-input';
import { checkYourMail } from '@/app/_sign-in/told';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askAgain } from '@/lib/auth/accounts/ask-again';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signIn as openHere } from '@/lib/auth/sign-in';

/** Signs in to the platform itself, or goes on to the second step. */
export const signIn = consoleAction(
  { permission: 'public', input: loginInput },
  async ({ viewer, requestId }, { next, ...given }) => {
    const outcome = await openHere(given, { realm: null, viewer, requestId });
    if (outcome.kind === 'needs-code') redirect(codeAddress(next));
    redirect(nextPath(next, homePath(outcome.viewer, null)));
  },
);

/** Sends the mail of an account that waits for its link once more. The answer is the same for every address. */
export const sendAgain = consoleAction(
  { permission: 'public', input: emailInput },
  async (_ctx, { email }) => {
    await askAgain(email, await visitorAddress());
    return checkYourMail(email, 'If an account waits for its confirmation, the link is in it.');
  },
);
