'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { connectPending } from '@/lib/api/with-provider/connect-pending';

/** Connects the account elsewhere that waits in this browser. Which one that is, no form says. */
export const connect = consoleAction(
  { permission: 'public', input: z.object({ password: z.string().max(1024).default('') }) },
  async (ctx, { password }) => {
    redirect(await connectPending(ctx, password));
  },
);
