'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { formCheckbox, formList } from '@/lib/api/form-object';
import { showAtOnce } from '@/lib/api/show-at-once';
import { InvalidInput } from '@/lib/errors';
import { deletePerson } from '@/lib/removal/delete-person';
import { erasePerson } from '@/lib/removal/erase-person';
import { readRemoval } from '@/lib/removal/read-removal';

const id = z.uuid();
const typed = z.string().max(500).default('');

/** Deletes somebody's account, with every site of theirs that was ticked: those, and no other. */
export const deleteAccountOf = consoleAction(
  {
    permission: 'platform.users.delete',
    input: z.object({
      ...{ id, sites: formList(z.uuid()), erase: formCheckbox, reason: typed, word: typed },
    }),
  },
  async ({ db, actor, requestId }, { id: person, word, ...given }) => {
    const plan = await readRemoval(db, person);
    if (plan && word.trim().toLowerCase() !== plan.email) {
      throw new InvalidInput({ word: [`Type “${plan.email}” to delete the account.`] });
    }
    showAtOnce((await deletePerson(db, person, { ...given, requestId }, actor)).cacheTags);
    redirect(`/admin/users/${person}`);
  },
);

/** Takes name and email of a deleted account away for good. */
export const eraseNameOf = consoleAction(
  { permission: 'platform.users.delete', input: z.object({ id, confirmed: z.literal('1') }) },
  async ({ db, requestId }, { id: person }) => {
    await erasePerson(db, person, requestId);
    redirect(`/admin/users/${person}`);
  },
);
