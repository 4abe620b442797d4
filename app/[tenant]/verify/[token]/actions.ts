'use server';

import { redirect } from 'next/navigation';
import { confirmInput } from '@/app/_sign-in/account-inputs';
import { tenantAction } from '@/lib/api/tenant-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { confirmRegistration } from '@/lib/auth/accounts/confirm-registration';
import { openLink } from '@/lib/auth/links/open-link';
import { signIn } from '@/lib/auth/sign-in';

/** Begins the account, and signs the person in with the password they have just entered. */
export const confirm = tenantAction(
  { permission: 'public', input: confirmInput },
  async ({ tenant, viewer, requestId }, { token, password }) => {
    const link = await openLink(token, ['register'], tenant.id);
    const address = await visitorAddress();
    const joined = await confirmRegistration(link, { password, address, requestId });
    // Their own password is another one, and stays.
    if (link.account !== 'none') redirect('/login?confirmed=1');
    await signIn(
      { email: link.email, password, keep: false },
      { realm: tenant.id, viewer, requestId },
    );
    // Where it is not open any more, that page says so.
    redirect(joined === 'joined' || joined === 'known' ? '/' : '/register');
  },
);
