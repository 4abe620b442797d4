'use server';

import { redirect } from 'next/navigation';
import { resetInput } from '@/app/_sign-in/account-inputs';
import { tenantAction } from '@/lib/api/tenant-action';
import { resetPassword } from '@/lib/auth/accounts/reset-password';
import { openLink } from '@/lib/auth/links/open-link';

/** Sets the new password. Whoever is signed in here stays who they are. */
export const reset = tenantAction(
  { permission: 'public', input: resetInput },
  async ({ tenant, requestId }, { token, password }) => {
    const link = await openLink(token, ['reset'], tenant.id);
    await resetPassword(link, { password, requestId });
    redirect('/login?reset=1');
  },
);
