'use server';

import { emailInput } from '@/app/_sign-in/account-inputs';
import { checkYourMail } from '@/app/_sign-in/told';
import { tenantAction } from '@/lib/api/tenant-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askReset } from '@/lib/auth/accounts/ask-reset';

/** Asks for a new password. The answer is the same for every address. */
export const forgot = tenantAction(
  { permission: 'public', input: emailInput },
  async ({ tenant }, { email }) => {
    await askReset(email, { realm: tenant.id, address: await visitorAddress() });
    return checkYourMail(
      email,
      'If there is an account with this address, it has a link that works for 60 minutes.',
    );
  },
);
