'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { showAtOnce } from '@/lib/api/show-at-once';
import { tenantAction } from '@/lib/api/tenant-action';
import { addDomain as add } from '@/lib/domains/add-domain';
import { checkDomain as check } from '@/lib/domains/check-domain';
import { makePrimary as choose } from '@/lib/domains/make-primary';
import { removeDomain as remove } from '@/lib/domains/remove-domain';

const named = z.object({ id: z.string().max(36) });

/** A domain of one's own, which then waits for its records. */
export const addDomain = tenantAction(
  { permission: 'domains.write', input: z.object({ hostname: z.string().max(1000).default('') }) },
  async (ctx, { hostname }) => {
    await add(ctx, hostname);
    redirect(withDone('/admin/domains', 'added'));
  },
);

/** Looks a domain up now. */
export const checkDomain = tenantAction(
  { permission: 'domains.write', input: named },
  async (ctx, { id }) => {
    const { outcome, cacheTags } = await check(ctx, id);
    showAtOnce(cacheTags);
    redirect(withDone('/admin/domains', outcome === 'verified' ? 'verified' : 'checked'));
  },
);

/** Makes a connected domain the one that canonical addresses name. */
export const makePrimary = tenantAction(
  { permission: 'domains.write', input: named },
  async (ctx, { id }) => {
    const { cacheTags } = await choose(ctx, id);
    showAtOnce(cacheTags);
    redirect(withDone('/admin/domains', 'primary'));
  },
);

/** Takes a domain away, once somebody has been asked. */
export const removeDomain = tenantAction(
  { permission: 'domains.write', input: named.extend({ confirmed: z.literal('1') }) },
  async (ctx, { id }) => {
    const { cacheTags } = await remove(ctx, id);
    showAtOnce(cacheTags);
    redirect(withDone('/admin/domains', 'removed'));
  },
);
