'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { endSupportHere } from '@/lib/admin/support/end-support-here';
import { grantDays, grantSupport, withdrawSupport } from '@/lib/admin/support/support-grant';
import { tenantAction } from '@/lib/api/tenant-action';

const days = z.coerce.number().pipe(z.literal(grantDays));

const back = (done: string) => `/admin/support?done=${done}&at=${Date.now().toString(36)}`;

/** Ends somebody's access of support to this tenant. */
export const endAccess = tenantAction(
  { permission: 'support.write', input: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    await endSupportHere(ctx, id);
    redirect(back('ended'));
  },
);

/** Lets support change things for some days, for owners alone. */
export const grant = tenantAction(
  { permission: 'support.write', input: z.object({ days }) },
  async (ctx, input) => {
    await grantSupport(ctx, input.days);
    redirect(back('granted'));
  },
);

/** Takes that back at once. */
export const withdraw = tenantAction(
  { permission: 'support.write', input: z.object({}) },
  async (ctx) => {
    await withdrawSupport(ctx);
    redirect(back('withdrawn'));
  },
);
