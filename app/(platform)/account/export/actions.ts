'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { askExport } from '@/lib/removal/export/own-export';

/** Asks for a copy of what is known of whoever is signed in. */
export const askForCopy = consoleAction(
  { permission: 'account.use', input: z.object({}) },
  async ({ viewer, requestId }) => {
    await askExport(viewer, requestId);
    redirect('/account/export');
  },
);
