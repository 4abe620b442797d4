'use client';

import { PlaceLink } from '@/lib/ui/place-link';
import { useTenant } from '@/lib/ui/tenant-provider';

/** What a site's people put at its foot. */
export function FooterLinks() {
  const links = useTenant()?.footerLinks ?? [];
  return links.map(({ label, href }) => (
    <PlaceLink
      key={`${label} ${href}`}
      className="inline-flex min-h-6 items-center hover:text-ink"
      href={href}
    >
      {label}
    </PlaceLink>
  ));
}
