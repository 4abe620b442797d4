import type { ProviderLink } from '@/lib/api/with-provider/provider-links';
import { PlaceLink } from '@/lib/ui/place-link';

/** Ways to sign in with an account elsewhere, below the form. Plain links: nothing may fetch them early. */
export function ProviderButtons({ links }: { links: ProviderLink[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <div className="or-line" aria-hidden="true">
        or
      </div>
      <div className="grid gap-3">
        {links.map(({ id, name, href }) => (
          <PlaceLink key={id} className="button w-full" href={href} rel="nofollow">
            Continue with {name}
          </PlaceLink>
        ))}
      </div>
    </>
  );
}
