'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { changeMember } from '@/lib/admin/members/change-member';
import { formCheckbox, formList } from '@/lib/api/form-object';
import { tenantAction } from '@/lib/api/tenant-action';

const form = z.object({
  id: z.string().max(36),
  /** Parts of the form that were there: a box that is not ticked is not posted. */
  shown: z.string().max(100).default(''),
  role: z.string().max(50).optional(),
  isSuperuser: formCheckbox,
  groups: formList(z.string().max(36)),
});

/** Changes a member's role and groups; back to their page. */
export const saveMember = tenantAction(
  { permission: 'members.write', input: form },
  async (ctx, { id, shown, role, isSuperuser, groups }) => {
    const has = (part: string) => shown.split(' ').includes(part);
    await changeMember(ctx, id, {
      role,
      ...(has('superuser') && { isSuperuser }),
      ...(has('groups') && { groups }),
    });
    redirect(withDone(`/admin/members/${id}`, 'saved'));
  },
);
