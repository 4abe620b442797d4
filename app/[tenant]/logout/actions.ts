'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { tenantAction } from '@/lib/api/tenant-action';
import { signOut as endHere } from '@/lib/auth/sign-in';

/** Ends the session of this device on this site. */
export const signOut = tenantAction(
  { permission: 'public', input: z.object({}), support: 'free' },
  async ({ tenant, viewer, requestId }) => {
    await endHere(viewer, { realm: tenant.id, requestId });
    redirect('/login?signed-out=1');
  },
);
