import '@/app/person.css';
import { LogoutPanel } from '@/app/_sign-in/logout-panel';
import { rootVisitorPage } from '@/lib/api/console-page';
import { requestFacts } from '@/lib/api/request-facts';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { signOut } from './actions';

export const metadata = { title: 'Sign out', robots: { index: false } };

/** Signing out of the platform on this device. */
export default async function LogoutPage() {
  const { viewer } = await rootVisitorPage();
  const { hostname } = await requestFacts();
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <LogoutPanel action={signOut} person={viewer?.email} hostname={hostname} />
      </main>
    </PlatformFrame>
  );
}
