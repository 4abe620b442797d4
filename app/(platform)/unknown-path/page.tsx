import { platformPage } from '@/lib/api/platform-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { ReferenceLine } from '@/lib/ui/reference-line';
import { UnknownPage } from '@/lib/ui/unknown-page';

/** Where middleware sends what the root host does not have; it sets the 404. */
export default async function UnknownPathPage() {
  const { origin } = await platformPage();
  const home = (
    <a className="button primary" href={origin}>
      Go to the Tenantry home page
    </a>
  );
  return (
    <PlatformFrame home={origin} foot={<ReferenceLine />}>
      <UnknownPage site="Tenantry" actions={home} />
    </PlatformFrame>
  );
}
