'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { deleteRole } from '@/lib/admin/roles/delete-role';
import { roleInput } from '@/lib/admin/roles/role-input';
import { createRole, updateRole } from '@/lib/admin/roles/save-role';
import { formList } from '@/lib/api/form-object';
import { tenantAction } from '@/lib/api/tenant-action';

const form = roleInput.extend({
  id: z.string().max(36).default(''),
  permissions: formList(z.string()).pipe(roleInput.shape.permissions),
});

/** Makes a role, or changes the one of that id. */
export const saveRole = tenantAction(
  { permission: 'roles.write', input: form },
  async (ctx, { id, ...input }) => {
    if (id) await updateRole(ctx, id, input);
    else await createRole(ctx, input);
    redirect(withDone('/admin/roles', id ? 'saved' : 'created'));
  },
);

/** Deletes a role, once somebody has been asked what those get who have it. */
export const removeRole = tenantAction(
  {
    permission: 'roles.delete',
    input: z.object({ id: z.string().max(36), heir: z.string().max(50).default('') }),
  },
  async (ctx, { id, heir }) => {
    await deleteRole(ctx, id, heir);
    redirect(withDone('/admin/roles', 'deleted'));
  },
);
