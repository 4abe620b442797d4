'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { endSupportHere } from '@/lib/admin/support/end-support-here';
import { grantDays, grantSupport, withdrawSupport } from '@/lib/admin/support/support-grant';
import { tenantAction } from '@/lib/api/tenant-action';

const days = z.coerce.number().pipe(z.literal(grantDays));

/** Ends somebody's access of support to this tenant. */
export const endAccess = tenantAction(
  { permission: 'support.write', input: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    await endSupportHere(ctx, id);
    redirect(withDone('/admin/support', 'ended'));
  },
);

/** Lets support change things for some days, for owners alone. */
export const grant = tenantAction(
  { permission: 'support.write', input: z.object({ days }) },
  async (ctx, input) => {
    await grantSupport(ctx, input.days);
    redirect(withDone('/admin/support', 'granted'));
  },
);

/** Takes that back at once. */
export const withdraw = tenantAction(
  { permission: 'support.write', input: z.object({}) },
  async (ctx) => {
    await withdrawSupport(ctx);
    redirect(withDone('/admin/support', 'withdrawn'));
  },
);
