import '@/app/person.css';
import { LogoutPanel } from '@/app/_sign-in/logout-panel';
import { SupportBar } from '@/app/_support/support-bar';
import { requestFacts } from '@/lib/api/request-facts';
import { visitorPage } from '@/lib/api/visitor-page';
import { signOut } from '../../logout/actions';
import { SiteMain } from '../_parts/site-main';

export const metadata = { title: 'Sign out', robots: { index: false } };

/** Signing out of one tenant on this device. */
export default async function LogoutPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { viewer } = await visitorPage(params, '/logout');
  const { hostname } = await requestFacts();
  return (
    <SiteMain>
      <SupportBar params={params} />
      <LogoutPanel action={signOut} person={viewer?.email} hostname={hostname} />
    </SiteMain>
  );
}
