'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { askForBuild } from '@/lib/admin/search/ask-for-build';
import { compareNow as compare } from '@/lib/admin/search/compare-now';
import { sendAgain } from '@/lib/admin/search/send-again';
import { tenantAction } from '@/lib/api/tenant-action';

/** Asks for a new index, which takes the place of the other once it is complete. */
export const buildAnew = tenantAction(
  { permission: 'settings.write', input: z.object({}) },
  async (ctx) => {
    await askForBuild(ctx);
    redirect(withDone('/admin/search', 'asked'));
  },
);

/** Compares the index with the posts. */
export const compareNow = tenantAction(
  { permission: 'settings.write', input: z.object({}) },
  async (ctx) => {
    const drift = await compare(ctx);
    redirect(withDone('/admin/search', drift === 0 ? 'same' : 'differs'));
  },
);

/** Sends a post once more that the search engine refused. */
export const tryAgain = tenantAction(
  { permission: 'settings.write', input: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    await sendAgain(ctx, id);
    redirect(withDone('/admin/search', 'again'));
  },
);
