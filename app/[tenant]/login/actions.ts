'use server';

import { redirect } from 'next/navigation';
import { loginInput } from '@/app/_sign-in/login-input';
import { carryToRoot } from '@/lib/api/hand-over/carry-to-root';
import { tenantAction } from '@/lib/api/tenant-action';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { signIn as openHere } from '@/lib/auth/sign-in';

/** Signs in to the tenant of this host and goes on to where the person was going. */
export const signIn = tenantAction(
  { permission: 'public', input: loginInput },
  async ({ tenant, viewer, requestId }, { next, ...given }) => {
    const signedIn = await openHere(given, { realm: tenant.id, viewer, requestId });
    const path = nextPath(next, homePath(signedIn, tenant.id));
    redirect((await carryToRoot({ tenant }, signedIn, path)) ?? path);
  },
);
