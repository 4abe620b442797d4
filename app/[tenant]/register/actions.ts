'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { registerInput } from '@/app/_sign-in/account-inputs';
import { checkYourMail } from '@/app/_sign-in/told';
import { tenantAction } from '@/lib/api/tenant-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askRegistration } from '@/lib/auth/accounts/ask-registration';
import { joinTenant } from '@/lib/auth/accounts/join-tenant';
import { closedWords, fullWords } from './_parts/closed-words';

/** Asks for an account here. The answer is the same for every address. */
export const register = tenantAction(
  { permission: 'public', input: registerInput },
  async ({ tenant }, account) => {
    await askRegistration(account, { tenantId: tenant.id, address: await visitorAddress() });
    return checkYourMail(account.email, 'It says how to go on, within 24 hours.');
  },
);

/** Makes whoever is signed in a member. */
export const join = tenantAction(
  { permission: 'account.use', input: z.object({}) },
  async ({ tenant, viewer, requestId }) => {
    const joined = await joinTenant(viewer.sessionId, requestId);
    if (joined === 'closed') return { title: 'Not joined', words: [closedWords(tenant.name)] };
    if (joined === 'full') return { title: 'Not joined', words: [fullWords(tenant.name)] };
    redirect('/account');
  },
);
