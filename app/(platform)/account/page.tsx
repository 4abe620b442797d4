import '@/app/person.css';
import { AccountPanels } from '@/app/_sign-in/account-panels';
import { rootAccountPage } from '@/lib/api/console-page';
import { listOwnSessions, listOwnTenants } from '@/lib/auth/list-own';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { consoleDates } from '../admin/_parts/console-place';
import { endSessions } from './actions';

export const metadata = { title: 'Account', robots: { index: false } };

/** The person's own page on the root host. */
export default async function AccountPage() {
  const { viewer } = await rootAccountPage({ path: '/account' });
  const [tenants, sessions] = await Promise.all([
    listOwnTenants(viewer.sessionId),
    listOwnSessions(viewer.sessionId),
  ]);
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <AccountPanels {...{ viewer, tenants, sessions, endSessions }} dates={consoleDates} />
      </main>
    </PlatformFrame>
  );
}
