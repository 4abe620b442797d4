'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { tenantAction } from '@/lib/api/tenant-action';
import { markAllRead, markRead, markUnread } from '@/lib/notifications/inbox/mark-read';
import { kindNames, mailWays } from '@/lib/notifications/kinds';
import { writePreferences } from '@/lib/notifications/preferences/write-preferences';

const permission = 'account.use';
const backTo = z
  .string()
  .regex(/^\/notifications(\?[\w=&-]*)?$/)
  .catch('/notifications');

/** Marks one of the person's own as read, or as unread. */
export const mark = tenantAction(
  {
    permission,
    input: z.object({ id: z.uuid(), as: z.enum(['read', 'unread']), back: backTo }),
  },
  async (ctx, { id, as, back }) => {
    await (as === 'read' ? markRead : markUnread)(ctx, [id]);
    redirect(back);
  },
);

/** Marks everything that the list has shown. */
export const markAll = tenantAction(
  { permission, input: z.object({ upTo: z.string().max(12).default(''), back: backTo }) },
  async (ctx, { upTo, back }) => {
    await markAllRead(ctx, upTo || null);
    redirect(back);
  },
);

const box = z.enum(['on']).optional();
const wishes = z.object(
  Object.fromEntries(
    kindNames.flatMap((kind) => [
      [`inApp.${kind}`, box],
      [`email.${kind}`, z.enum(mailWays).optional()],
    ]),
  ),
);

/** Changes how the person hears of things here. */
export const savePreferences = tenantAction({ permission, input: wishes }, async (ctx, given) => {
  const chosen = given as Record<string, string | undefined>;
  const changes = kindNames.map((kind) => ({
    kind,
    // What cannot be switched off has no box.
    ...(kind === 'broadcast' ? {} : { inApp: chosen[`inApp.${kind}`] === 'on' }),
    email: (chosen[`email.${kind}`] ?? 'off') as (typeof mailWays)[number],
  }));
  await writePreferences(ctx, changes);
  redirect('/notifications/preferences?saved=1');
});
