'use server';

import { z } from 'zod';
import { createApiKey as create } from '@/lib/admin/api-keys/create-api-key';
import { formList } from '@/lib/api/form-object';
import { tenantAction } from '@/lib/api/tenant-action';
import { expiresAfter } from './_parts/expiry-choices';

const input = z.object({
  name: z.string().max(1000).default(''),
  scopes: formList(z.string().max(100)),
  expiry: z.string().max(10).default(''),
  once: z.uuid(),
});

/** Makes a key. The answer holds it, and nothing else ever does. */
export const createApiKey = tenantAction(
  { permission: 'api-keys.write', input },
  async (ctx, { once: id, expiry, ...given }) => {
    const made = await create(ctx, { ...given, id, expiresAt: expiresAfter(expiry) });
    return { name: made.name, secret: made.secret };
  },
);
