import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { SitePicture } from '@/lib/tenancy/site-picture';
import { ThemeToggle } from '@/lib/ui/theme-toggle';
import { NavLinks } from './nav-links';
import { PhoneMenu } from './phone-menu';
import { SearchOpener } from './search-opener';
import { SiteLive } from './site-live';
import { SiteLogo } from './site-logo';

/** The bar on top of a tenant's site. */
export function SiteHeader({ name, logo }: { name: string; logo: SitePicture | null }) {
  return (
    <header className="sticky top-0 z-10 border-line border-b bg-page print:static print:border-0">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-4 mid:h-16 mid:gap-6 mid:px-6 print:max-w-none print:px-0">
        <SiteLink
          href="/"
          className="flex min-w-0 items-center gap-2.5 font-[650] text-md tracking-[-0.01em]"
        >
          <SiteLogo name={name} logo={logo} />
        </SiteLink>
        <nav aria-label="Site" className="hidden h-full gap-1 mid:flex print:hidden">
          <NavLinks />
        </nav>
        <div className="ml-auto flex items-center gap-1 print:hidden">
          <SearchOpener />
          <SiteLive />
        </div>
        <ThemeToggle className=" hidden! mid:inline-flex! print:hidden!" />
        <PhoneMenu name={name} />
      </div>
    </header>
  );
}
