import { platformPage } from '@/lib/api/platform-page';
import { UnknownSite } from '@/lib/ui/unknown-site';

/** Where middleware sends what is no host of ours; it sets the 404. */
export default async function UnknownHostPage() {
  const { origin } = await platformPage();
  return <UnknownSite platformOrigin={origin} />;
}
