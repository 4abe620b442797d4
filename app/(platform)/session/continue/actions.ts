'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { readHandOver } from '@/lib/api/hand-over/read-hand-over';
import { ticketAddress } from '@/lib/api/hand-over/ticket-address';

const input = z.object({ to: z.string(), state: z.string(), next: z.string().default('') });

/** Lets a site know who somebody is, and goes on there. */
export const proceed = consoleAction(
  { permission: 'account.use', input },
  async ({ viewer }, given) => {
    const asked = await readHandOver(given);
    redirect((await ticketAddress(viewer, asked)) ?? `${asked.to}/login?error=TooOften`);
  },
);
