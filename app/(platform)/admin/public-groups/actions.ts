'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { screenInput, toFormData } from '@/app/_screens/form-data';
import { runSave } from '@/app/_screens/run-save';
import { consoleAction } from '@/lib/api/console-action';
import { showAtOnce } from '@/lib/api/show-at-once';
import { addGroupMember } from '@/lib/console/public-groups/add-group-member';
import { removeGroupMember } from '@/lib/console/public-groups/remove-group-member';
import {
  publicBroadcastSchema,
  sendPublicBroadcast,
} from '@/lib/console/public-groups/send-public-broadcast';
import { publicGroupsResource } from '@/lib/console/resources/public-groups';
import { InvalidInput } from '@/lib/errors';
import { consolePlace } from '../_parts/console-place';

const permission = 'platform.public-groups.write';
const group = z.uuid();
const base = '/admin/public-groups';

/** A new group across tenants, or what one is called from now on. */
export const saveGroup = consoleAction({ permission, input: screenInput }, async (ctx, input) =>
  runSave(ctx, publicGroupsResource, consolePlace('public-groups'), toFormData(input)),
);

/** Adds the account of an address to a group. */
export const addByEmail = consoleAction(
  {
    permission,
    input: z.object({ group, email: z.string().trim().min(1, 'Type an email.').max(254) }),
  },
  async (ctx, { group: id, email }): Promise<void> => {
    const { name, isNew } = await addGroupMember(ctx, id, { email });
    if (!isNew) throw new InvalidInput({ email: [`${name} is in the group already.`] });
    showAtOnce([]);
    redirect(withDone(`${base}/${id}/members`, 'added'));
  },
);

/** Adds somebody who was found. Pressed twice it is the same. */
export const addPerson = consoleAction(
  { permission, input: z.object({ group, user: z.uuid() }) },
  async (ctx, { group: id, user }): Promise<void> => {
    await addGroupMember(ctx, id, { userId: user });
    showAtOnce([]);
    redirect(withDone(`${base}/${id}/members`, 'added'));
  },
);

/** Takes somebody out of a group. */
export const removePerson = consoleAction(
  { permission, input: z.object({ group, user: z.uuid() }) },
  async (ctx, { group: id, user }): Promise<void> => {
    await removeGroupMember(ctx, id, user);
    showAtOnce([]);
    redirect(withDone(`${base}/${id}/members`, 'removed'));
  },
);

/** Says something to everybody of a group, each in one site of theirs. */
export const sendToGroup = consoleAction(
  { permission, input: publicBroadcastSchema.extend({ group }) },
  async (ctx, { group: id, ...said }): Promise<void> => {
    await sendPublicBroadcast(ctx, id, said);
    showAtOnce([]);
    redirect(withDone(`${base}/${id}`, 'told'));
  },
);
