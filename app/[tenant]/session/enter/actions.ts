'use server';

import { redirect } from 'next/navigation';
import { enterInput } from '@/app/_sign-in/enter-input';
import { enterByTicket } from '@/lib/api/hand-over/enter-by-ticket';
import { tenantAction } from '@/lib/api/tenant-action';

/** Signs in to this host by a ticket of the root host's. */
export const enter = tenantAction(
  { permission: 'public', input: enterInput, support: 'free' },
  async ({ tenant, viewer }, { ticket }) => {
    redirect(await enterByTicket(ticket, { realm: tenant.id, viewer }));
  },
);
