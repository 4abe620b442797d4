import '@/app/person.css';
import { AccountPanels } from '@/app/_sign-in/account-panels';
import { rootAccountPage } from '@/lib/api/console-page';
import type { Query } from '@/lib/api/login-address';
import { findEmailChange } from '@/lib/auth/accounts/email-change';
import { listOwnSessions, listOwnTenants } from '@/lib/auth/list-own';
import { readTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { consoleDates } from '../admin/_parts/console-place';
import { AccountNotice } from './_parts/account-notice';
import { AccountSettings } from './_parts/account-settings';
import { ConnectedAccounts } from './_parts/connected-accounts';
import { DataPanel } from './_parts/data-panel';
import { endSessions } from './actions';

export const metadata = { title: 'Account', robots: { index: false } };

/** The person's own page on the root host. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootAccountPage({ path: '/account' });
  const [query, tenants, sessions, change, twoFactor] = await Promise.all([
    searchParams,
    listOwnTenants(viewer.sessionId),
    listOwnSessions(viewer.sessionId),
    findEmailChange(viewer.sessionId),
    readTwoFactor(viewer.sessionId),
  ]);
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <AccountPanels
          {...{ tenants, sessions, endSessions }}
          notice={<AccountNotice query={query} tenants={tenants} />}
          person={<AccountSettings {...{ viewer, change, twoFactor }} />}
          moreSites={
            <ButtonLink href="/signup" small>
              Make a site
            </ButtonLink>
          }
          dates={consoleDates}
        />
        <ConnectedAccounts {...{ viewer, query }} dates={consoleDates} />
        <div className="mx-auto mt-5 w-full max-w-2xl">
          <DataPanel />
        </div>
      </main>
    </PlatformFrame>
  );
}
