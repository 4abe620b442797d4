import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { Feature } from '@/lib/api/feature';
import { PlaceLink } from '@/lib/ui/place-link';
import { FooterLinks } from './footer-links';
import { SignInLink } from './sign-in-link';

/** The foot of a tenant's site. */
export function SiteFooter({ name }: { name: string }) {
  return (
    <footer className="border-line border-t print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 gap-y-2 px-4 py-5 text-ink-3 text-sm mid:px-6 mid:py-6">
        <span>{name}</span>
        <FooterLinks />
        <SiteLink className="inline-flex min-h-6 items-center hover:text-ink" href="/archive">
          Archive
        </SiteLink>
        <Feature flag="feed">
          <PlaceLink className="inline-flex min-h-6 items-center hover:text-ink" href="/feed.xml">
            RSS feed
          </PlaceLink>
        </Feature>
        <SignInLink />
        <span className="ml-auto">Hosted by Tenantry</span>
      </div>
    </footer>
  );
}
