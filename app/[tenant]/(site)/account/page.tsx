import '@/app/person.css';
import { AccountPanels } from '@/app/_sign-in/account-panels';
import { PersonPanel } from '@/app/_sign-in/person-panel';
import { SupportBar } from '@/app/_support/support-bar';
import { accountPage } from '@/lib/api/admin-page';
import { platformPageAddress } from '@/lib/api/platform-address';
import { listOwnSessions, listOwnTenants } from '@/lib/auth/list-own';
import { SiteMain } from '../_parts/site-main';
import { endSessions } from './actions';

export const metadata = { title: 'Account', robots: { index: false } };

/** The person's own page on a tenant's host. */
export default async function AccountPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { viewer, tenant, support } = await accountPage(params, { path: '/account' });
  const [tenants, sessions] = await Promise.all([
    viewer.membership ? listOwnTenants(viewer.sessionId) : null,
    viewer.membership && !support ? listOwnSessions(viewer.sessionId) : null,
  ]);
  return (
    <SiteMain>
      <SupportBar params={params} />
      <AccountPanels
        {...{ tenants, sessions, endSessions }}
        person={<PersonPanel viewer={viewer} settings={platformPageAddress('/account')} />}
        dates={tenant.settings}
      />
    </SiteMain>
  );
}
