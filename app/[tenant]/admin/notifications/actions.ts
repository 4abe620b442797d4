'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { tenantAction, tenantReadAction } from '@/lib/api/tenant-action';
import { AppError } from '@/lib/errors';
import { cancelBroadcast } from '@/lib/notifications/sending/cancel-broadcast';
import { findAudiencePeople } from '@/lib/notifications/sending/find-audiences';
import { sendBroadcast } from '@/lib/notifications/sending/send-broadcast';
import { composeInput, readCompose } from './_parts/read-compose';

/** Sends a broadcast, or has it wait for its time; on to its page. */
export const send = tenantAction(
  { permission: 'notifications.write', input: composeInput },
  async (ctx, given) => {
    const { id } = await sendBroadcast(ctx, await readCompose(ctx, given));
    const page = ctx.can('notifications.read') ? id : 'new';
    const done = given.when === 'later' ? 'scheduled' : 'sent';
    redirect(withDone(`/admin/notifications/${page}`, done));
  },
);

/** Takes back what was to go out later, once somebody has been asked. */
export const cancel = tenantAction(
  {
    permission: 'notifications.write',
    input: z.object({ id: z.string().max(36), confirmed: z.literal('1') }),
  },
  async (ctx, { id }) => {
    const done = await cancelBroadcast(ctx, id).then(
      () => 'cancelled',
      (error: unknown) => {
        // Its time came while somebody read the question: the page says how it stands.
        if (error instanceof AppError && error.code === 'conflict') return 'late';
        throw error;
      },
    );
    redirect(withDone(`/admin/notifications/${id}`, done));
  },
);

/** Whom the picker offers for a text. */
export const findPeople = tenantReadAction(
  { permission: 'notifications.write', input: z.string().max(200) },
  async (ctx, text) => findAudiencePeople(ctx, text),
);
