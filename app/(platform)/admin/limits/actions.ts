'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { consoleAction } from '@/lib/api/console-action';
import { showAtOnce } from '@/lib/api/show-at-once';
import { type DefaultLimits, setDefaultLimits } from '@/lib/console/limits/default-limits';
import { typedLimits } from '@/lib/console/limits/limit-input';
import { setTenantLimits } from '@/lib/console/limits/set-tenant-limits';

const tenant = z.object({ id: z.uuid() });

/** Sets what a tenant may have. */
export const saveLimits = consoleAction(
  { permission: 'platform.tenants.write', input: tenant.and(typedLimits('default')) },
  async (ctx, { id, ...limits }): Promise<void> => {
    await setTenantLimits(ctx, id, { limits });
    showAtOnce([]);
    redirect(withDone(`/admin/tenants/${id}`, 'limited'));
  },
);

const seconds = 'Type a number of seconds from 1 to 2592000.';
const keys = 'Type a number from 1 to 1000000.';

/** Sets how a tenant's cache is kept, and empties it. */
export const saveCache = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({
      id: z.uuid(),
      backend: z.union([z.literal(''), z.enum(['memory', 'postgres', 'redis'])]),
      timeoutSeconds: z.coerce.number(seconds).int(seconds).min(1, seconds).max(2_592_000, seconds),
      mostKeys: z.coerce.number(keys).int(keys).min(1, keys).max(1_000_000, keys),
    }),
  },
  async (ctx, { id, backend, timeoutSeconds, mostKeys }): Promise<void> => {
    const cache = { backend: backend || null, timeoutSeconds, mostKeys };
    const { tags } = await setTenantLimits(ctx, id, { cache });
    showAtOnce(tags);
    redirect(withDone(`/admin/tenants/${id}`, 'cached'));
  },
);

/** Sets what every tenant may have that has no limit of its own. */
export const saveDefaultLimits = consoleAction(
  { permission: 'platform.tenants.write', input: typedLimits(null) },
  async (ctx, limits): Promise<void> => {
    await setDefaultLimits(ctx, limits as Partial<DefaultLimits>);
    showAtOnce([]);
    redirect(withDone('/admin/limits', 'limited'));
  },
);
