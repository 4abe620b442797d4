import { PlatformFrame } from '@/lib/ui/platform-frame';
import { ReferenceLine } from '@/lib/ui/reference-line';
import { UnknownPage } from '@/lib/ui/unknown-page';

/** Addresses of the platform's own host that lead nowhere. */
export default function RootNotFound() {
  return (
    <PlatformFrame home="/" foot={<ReferenceLine />}>
      <UnknownPage
        site="Tenantry"
        actions={
          <a className="button primary" href="/">
            Go to the Tenantry home page
          </a>
        }
      />
    </PlatformFrame>
  );
}
