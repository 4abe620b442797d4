'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { liftLockout } from '@/lib/admin/lockouts/lift-lockout';
import { tenantAction } from '@/lib/api/tenant-action';

/** Lets a member sign in again before their lock-out ends. */
export const liftLock = tenantAction(
  { permission: 'members.write', input: z.object({ member: z.uuid() }) },
  async (ctx, { member }) => {
    await liftLockout(ctx, member);
    redirect(`/admin/members/${member}?unlocked=1`);
  },
);
