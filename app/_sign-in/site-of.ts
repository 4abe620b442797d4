import { slugOf } from '@/lib/ui/slug-of';

/** The site a form asks for: without JavaScript nothing proposes an address, so its name does. */
export function siteOf({ site, slug }: { site: string; slug: string }) {
  return { name: site, slug: slug || slugOf(site, 63) };
}
