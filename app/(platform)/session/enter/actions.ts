'use server';

import { redirect } from 'next/navigation';
import { enterInput } from '@/app/_sign-in/enter-input';
import { consoleAction } from '@/lib/api/console-action';
import { enterByTicket } from '@/lib/api/hand-over/enter-by-ticket';

/** Signs in to the root host by a ticket of a tenant's, and goes back there. */
export const enter = consoleAction(
  { permission: 'public', input: enterInput },
  async ({ viewer }, { ticket }) => {
    redirect(await enterByTicket(ticket, { realm: null, viewer }));
  },
);
