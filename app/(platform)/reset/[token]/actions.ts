'use server';

import { redirect } from 'next/navigation';
import { resetInput } from '@/app/_sign-in/account-inputs';
import { consoleAction } from '@/lib/api/console-action';
import { resetPassword } from '@/lib/auth/accounts/reset-password';
import { openLink } from '@/lib/auth/links/open-link';

/** Sets the new password. Whoever is signed in here stays who they are. */
export const reset = consoleAction(
  { permission: 'public', input: resetInput },
  async ({ requestId }, { token, password }) => {
    const link = await openLink(token, ['reset'], null);
    await resetPassword(link, { password, requestId });
    redirect('/login?reset=1');
  },
);
