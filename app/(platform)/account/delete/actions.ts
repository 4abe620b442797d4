'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { formCheckbox, formList } from '@/lib/api/form-object';
import { showAtOnce } from '@/lib/api/show-at-once';
import { confirmPassword } from '@/lib/auth/confirm-password';
import { signOut } from '@/lib/auth/sign-in';
import { deleteOwnAccount } from '@/lib/removal/delete-own-account';

const input = z.object({
  sites: formList(z.uuid()),
  erase: formCheckbox,
  word: z
    .string()
    .trim()
    .pipe(z.literal('DELETE', { error: 'Type DELETE, in capitals.' })),
  password: z.string().min(1, 'Type your password.').max(1024, 'This is not your password.'),
});

/** Deletes the account of whoever is signed in and knows its password. Whose it is no form can say. */
export const deleteAccount = consoleAction(
  { permission: 'account.use', input },
  async ({ viewer, requestId }, { sites, erase, password }) => {
    await confirmPassword(viewer, password, { realm: null, requestId });
    const { cacheTags } = await deleteOwnAccount(viewer.sessionId, { sites, erase, requestId });
    showAtOnce(cacheTags);
    // Its session has ended with the account; what is left is the cookie.
    await signOut(viewer, { realm: null, requestId });
    redirect('/logout/account-deleted');
  },
);
