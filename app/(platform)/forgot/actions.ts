'use server';

import { emailInput } from '@/app/_sign-in/account-inputs';
import { checkYourMail } from '@/app/_sign-in/told';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askReset } from '@/lib/auth/accounts/ask-reset';

/** Asks for a new password. The answer is the same for every address. */
export const forgot = consoleAction(
  { permission: 'public', input: emailInput },
  async (_ctx, { email }) => {
    await askReset(email, { realm: null, address: await visitorAddress() });
    return checkYourMail(
      email,
      'If there is an account with this address, it has a link that works for 60 minutes.',
    );
  },
);
