'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { useFeature } from '@/lib/ui/feature';
import { PlaceLink } from '@/lib/ui/place-link';
import { useTenant } from '@/lib/ui/tenant-provider';

const SECTIONS = [
  { segment: 'blog', label: 'Articles' },
  { segment: 'tags', label: 'Topics' },
];

/**
 * The sections of a site, and the links its people put beside them. The current one is known by the route's own segment, not by the address:
 * behind the host rewrite server and browser would read different addresses.
 */
export function NavLinks({ tall = false }: { tall?: boolean }) {
  const current = useSelectedLayoutSegment();
  const hasTopics = useFeature('topics');
  const own = useTenant()?.headerLinks ?? [];
  const look = `flex items-center font-medium text-ink-2 aria-[current]:text-ink ${tall ? TALL : FLAT}`;
  const sections = SECTIONS.filter(({ segment }) => hasTopics || segment !== 'tags').map(
    ({ segment, label }) => (
      <SiteLink
        key={segment}
        href={`/${segment}`}
        aria-current={segment === current ? 'page' : undefined}
        className={look}
      >
        {label}
      </SiteLink>
    ),
  );
  return (
    <>
      {sections}
      {own.map(({ label, href }) => (
        <PlaceLink key={`${label} ${href}`} href={href} className={look}>
          {label}
        </PlaceLink>
      ))}
    </>
  );
}

const FLAT =
  'px-2.5 -outline-offset-2 hover:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--accent)]';
const TALL =
  'min-h-11 rounded-control px-3 text-md hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent';
