'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { tenantAction } from '@/lib/api/tenant-action';
import { signOut } from '@/lib/auth/sign-in';
import { endSupport as endAccess } from '@/lib/auth/support/end-support';

/** Ends the access of support that this browser acts in. */
export const endSupport = tenantAction(
  { permission: 'account.use', input: z.object({}), support: 'free' },
  async ({ tenant, viewer, support, requestId }) => {
    if (!support) notFound();
    await endAccess(viewer.sessionId, null, requestId);
    await signOut(null, { realm: tenant.id, requestId });
    redirect('/session/ended');
  },
);
