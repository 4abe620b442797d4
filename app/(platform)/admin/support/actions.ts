'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { consoleAction } from '@/lib/api/console-action';
import { formCheckbox } from '@/lib/api/form-object';
import { beginSupport, supportMinutes, supportReason } from '@/lib/auth/support/begin-support';
import { endSupport as endAccess } from '@/lib/auth/support/end-support';
import { AppError } from '@/lib/errors';

const minutes = z.coerce
  .number()
  .refine((one) => supportMinutes.some((each) => each === one), 'Choose 5, 15 or 30 minutes.');

/** Begins to act as somebody of a tenant. Its host is entered from the page that this leads to. */
export const begin = consoleAction(
  {
    permission: 'platform.support.write',
    input: z.object({
      tenant: z.uuid(),
      user: z.union([z.uuid(), z.literal('')]).default(''),
      reason: supportReason,
      minutes,
      write: formCheckbox,
    }),
  },
  async ({ viewer, requestId }, { tenant, user, reason, minutes: long, write }) => {
    const plan = { tenantId: tenant, userId: user || null, reason, minutes: long, canWrite: write };
    await beginSupport(viewer.sessionId, plan, requestId);
    redirect(`/admin/tenants/${tenant}/support`);
  },
);

/** Ends an access of one's own from the console. */
export const end = consoleAction(
  { permission: 'platform.support.write', input: z.object({ id: z.uuid(), tenant: z.uuid() }) },
  async ({ viewer, requestId }, { id, tenant }) => {
    if (!(await endAccess(viewer.sessionId, id, requestId))) {
      throw new AppError('conflict', 'This access has ended already.');
    }
    redirect(withDone(`/admin/tenants/${tenant}`, 'support-ended'));
  },
);
