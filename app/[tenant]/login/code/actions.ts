'use server';

import { redirect } from 'next/navigation';
import { overAddress } from '@/app/_sign-in/code-address';
import { codeInput } from '@/app/_sign-in/code-input';
import { carryToRoot } from '@/lib/api/hand-over/carry-to-root';
import { tenantAction } from '@/lib/api/tenant-action';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signInWithCode } from '@/lib/auth/two-factor/sign-in-with-code';

/** The second step of signing in to the tenant of this host. */
export const enterCode = tenantAction(
  { permission: 'public', input: codeInput, support: 'free' },
  async ({ tenant, viewer, requestId }, { code, next }) => {
    const outcome = await signInWithCode(code, { realm: tenant.id, viewer, requestId });
    if (outcome.kind === 'over') redirect(overAddress(outcome.why, next));
    const path = nextPath(next, homePath(outcome.viewer, tenant.id));
    redirect((await carryToRoot({ tenant }, outcome.viewer, path)) ?? path);
  },
);
