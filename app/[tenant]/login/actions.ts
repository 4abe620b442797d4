'use server';

import { redirect } from 'next/navigation';
import { emailInput } from '@/app/_sign-in/account-inputs';
import { codeAddress } from '@/app/_sign-in/code-address';
import { loginInput } from '@/app/_sign-in/login-input';
import { checkYourMail } from '@/app/_sign-in/told';
import { carryToRoot } from '@/lib/api/hand-over/carry-to-root';
import { tenantAction } from '@/lib/api/tenant-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askAgain } from '@/lib/auth/accounts/ask-again';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signIn as openHere } from '@/lib/auth/sign-in';

/**
 * Signs in to the tenant of this host and goes on to where the person was going, or to the second
 * step.
 */
export const signIn = tenantAction(
  { permission: 'public', input: loginInput, support: 'free' },
  async ({ tenant, viewer, requestId }, { next, ...given }) => {
    const outcome = await openHere(given, { realm: tenant.id, viewer, requestId });
    if (outcome.kind === 'needs-code') redirect(codeAddress(next));
    const path = nextPath(next, homePath(outcome.viewer, tenant.id));
    redirect((await carryToRoot({ tenant }, outcome.viewer, path)) ?? path);
  },
);

/** Sends the mail of an account that waits for its link once more. The answer is the same for every address. */
export const sendAgain = tenantAction(
  { permission: 'public', input: emailInput },
  async (_ctx, { email }) => {
    await askAgain(email, await visitorAddress());
    return checkYourMail(email, 'If an account waits for its confirmation, the link is in it.');
  },
);
