import type { SiteLinkTo } from './site-links';
import type { TenantInfo } from './tenant';
import type { TenantFeatures } from './tenant-features';

/** What anybody may know of a tenant: what its pages show anyway. This is what browsers get. */
export interface PublicTenant {
  slug: string;
  name: string;
  origin: string;
  brandColor: string;
  theme: 'system' | 'light' | 'dark';
  locale: string;
  timeZone: string;
  features: TenantFeatures;
  headerLinks: SiteLinkTo[];
  footerLinks: SiteLinkTo[];
}

/** Picks them by name, so that what a tenant gets later stays here until somebody adds it. */
export function publicTenant({ slug, name, origin, settings }: TenantInfo): PublicTenant {
  const { brandColor, theme, locale, timeZone, features, headerLinks, footerLinks } = settings;
  const links = { headerLinks, footerLinks };
  return { slug, name, origin, brandColor, theme, locale, timeZone, features, ...links };
}
