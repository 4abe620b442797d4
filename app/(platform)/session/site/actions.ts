'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { consoleAction } from '@/lib/api/console-action';
import { requireSessionTenants } from '@/lib/api/require-session-tenants';
import { findViewer } from '@/lib/auth/check-session';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { cookieNames, cookieOptions } from '@/lib/auth/session-cookie';
import { beginAt } from '@/lib/auth/session-tenant/begin-at';
import { chooseTenant } from '@/lib/auth/session-tenant/choose-tenant';
import { AppError } from '@/lib/errors';

const openInput = z.object({ tenant: z.uuid() });
const beginInput = z.object({ tenant: z.union([z.uuid(), z.literal('')]) });
const leaveInput = z.object({ next: z.string().max(2000).default('') });

/** Makes this host a site of the person's, and goes there. */
export const openSite = consoleAction(
  { permission: 'account.use', input: openInput },
  async ({ viewer, requestId }, { tenant: tenantId }) => {
    requireSessionTenants();
    const chooser = { sub: viewer.userId, sid: viewer.sessionId };
    const choice = { tenantId, claim: 'chosen' } as const;
    const opened = await chooseTenant(chooser, choice, requestId);
    if (!opened) throw notOpen();
    redirect(homePath(await findViewer(opened, tenantId), tenantId));
  },
);

/** Notes where the person begins when they sign in. */
export const begin = consoleAction(
  { permission: 'account.use', input: beginInput },
  async ({ viewer }, { tenant }) => {
    requireSessionTenants();
    if (!(await beginAt(viewer.sessionId, tenant || null))) throw notOpen();
    redirect('/session/site?noted=1');
  },
);

/** Makes this host the platform's again. Who is not signed in any more loses what is left of it. */
export const leaveSite = consoleAction(
  { permission: 'public', input: leaveInput },
  async ({ viewer, requestId }, { next }) => {
    requireSessionTenants();
    if (!viewer) {
      const [jar, names] = [await cookies(), cookieNames(await headers(), null)];
      jar.set(names.session, '', { ...cookieOptions(names), maxAge: 0 });
      redirect('/login');
    }
    const chooser = { sub: viewer.userId, sid: viewer.sessionId };
    const choice = { tenantId: null, claim: 'chosen' } as const;
    await chooseTenant(chooser, choice, requestId);
    redirect(nextPath(next, '/account'));
  },
);

function notOpen(): AppError {
  return new AppError(
    'forbidden',
    'You do not belong to this site any more, or it is closed for now.',
  );
}
