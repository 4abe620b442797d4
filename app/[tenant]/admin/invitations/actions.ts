'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { daysField, messageField } from '@/lib/admin/invitations/invite-fields';
import { inviteList } from '@/lib/admin/invitations/invite-list';
import { inviteOne } from '@/lib/admin/invitations/invite-one';
import { formList } from '@/lib/api/form-object';
import { tenantAction } from '@/lib/api/tenant-action';
import { emailField } from '@/lib/auth/accounts/account-fields';

const common = {
  role: z.string().max(50).default(''),
  days: daysField,
  message: messageField,
};

/** Invites one person; back to the list. */
export const sendInvitation = tenantAction(
  {
    permission: 'invitations.write',
    input: z.object({ ...common, email: emailField, groups: formList(z.string().max(36)) }),
  },
  async (ctx, { email, role, groups, days, message }) => {
    await inviteOne(ctx, { email, role, groups }, { days, message });
    redirect(withDone('/admin/invitations', 'sent'));
  },
);

/** Invites everybody of a list, as far as that goes; the answer says what became of each line. */
export const sendList = tenantAction(
  {
    permission: 'invitations.write',
    input: z.object({
      ...common,
      list: z.string().max(500_000, 'The list is too long.').default(''),
    }),
  },
  async (ctx, { list, ...options }) => {
    const report = await inviteList(ctx, list, options);
    return { ...report, ...options, days: String(options.days) };
  },
);
