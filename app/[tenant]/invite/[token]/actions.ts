'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { beginByInvitation, joinByInvitation } from '@/lib/admin/invitations/accept-invitation';
import { findInvitation } from '@/lib/admin/invitations/find-invitation';
import { tenantAction } from '@/lib/api/tenant-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { nameField, newPasswordField } from '@/lib/auth/accounts/account-fields';
import { homePath } from '@/lib/auth/home-path';
import { signIn, signOut } from '@/lib/auth/sign-in';

const token = z.string().max(200).default('');

/** Joins as whoever is signed in, if that is the one who was invited. */
export const join = tenantAction(
  { permission: 'account.use', input: z.object({ token }) },
  async (ctx, input) => {
    const { isStaff } = await joinByInvitation(ctx, input.token);
    redirect(isStaff ? '/admin' : '/');
  },
);

/** Begins the account of who was invited, and signs them in. */
export const begin = tenantAction(
  {
    permission: 'public',
    input: z.object({ token, name: nameField, password: newPasswordField }),
  },
  async (ctx, { token: given, name, password }) => {
    const { tenant, viewer, requestId } = ctx;
    const address = await visitorAddress();
    const email = await beginByInvitation(ctx, given, { name, password, address });
    const place = { realm: tenant.id, viewer, requestId };
    const outcome = await signIn({ email, password, keep: false }, place);
    redirect(outcome.kind === 'signed-in' ? homePath(outcome.viewer, tenant.id) : '/login');
  },
);

/** Signs out whoever was not invited, and goes on to sign in as who was. */
export const switchPerson = tenantAction(
  { permission: 'public', input: z.object({ token }), support: 'free' },
  async (ctx, input) => {
    const { tenant, viewer, requestId } = ctx;
    const invitation = await findInvitation(ctx, input.token);
    await signOut(viewer, { realm: tenant.id, requestId });
    const page = `/invite/${encodeURIComponent(input.token)}`;
    redirect(
      invitation?.account === 'active'
        ? `/login?signed-out=1&next=${encodeURIComponent(page)}`
        : page,
    );
  },
);
