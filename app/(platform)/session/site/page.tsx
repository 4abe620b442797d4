import '@/app/account.css';
import '@/app/person.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { WayAuthFrame } from '@/app/_sign-in/way-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { loginAddress, type Query } from '@/lib/api/login-address';
import { requireSessionTenants } from '@/lib/api/require-session-tenants';
import { listOwnTenants } from '@/lib/auth/list-own';
import { nextPath } from '@/lib/auth/next-path';
import { readChosen } from '@/lib/auth/session-tenant/read-chosen';
import { Notice } from '@/lib/ui/list/notice';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { BeginForm } from './_parts/begin-form';
import { LeaveForm } from './_parts/leave-form';
import { SiteList } from './_parts/site-list';

export const metadata: Metadata = { title: 'Your sites', robots: { index: false } };

/**
 * Where a session names the tenant: chooses one, leaves it, and says where to begin (S2.18, S2.20).
 * The way out of a site that is gone, too.
 */
export default async function SitePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootVisitorPage();
  requireSessionTenants();
  const [{ next: given, begin, noted }, chosen] = await Promise.all([
    searchParams,
    readChosen(await headers()),
  ]);
  const next = nextPath(given, '');
  if (!viewer) {
    if (!chosen) redirect(loginAddress('/session/site'));
    return (
      <WayAuthFrame>
        <AuthHead title="You are signed out">
          Sign in again to choose a site, or to go on where you were.
        </AuthHead>
        <LeaveForm next="">Sign in</LeaveForm>
      </WayAuthFrame>
    );
  }
  if (next && !chosen) redirect(next);
  if (begin && chosen) redirect('/');
  const tenants = await listOwnTenants(viewer.sessionId);
  return (
    <WayAuthFrame>
      <AuthHead title="Your sites">
        Which site is this host in your browser, {viewer.name}?
      </AuthHead>
      {noted ? <Notice tone="good">Noted. It holds from your next sign-in on.</Notice> : null}
      <SiteList tenants={tenants} chosen={chosen} />
      {tenants.length > 0 ? <BeginForm tenants={tenants} /> : null}
      <LeaveForm next={next}>{chosen ? 'Leave the site' : 'Go to your account'}</LeaveForm>
    </WayAuthFrame>
  );
}
