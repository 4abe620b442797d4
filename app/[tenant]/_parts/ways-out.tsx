import { PlaceLink } from '@/lib/ui/place-link';

/** Where to go from a page that has nothing for somebody: signing in, and the site itself. */
export function WaysOut({ site, isSignedIn }: { site: string; isSignedIn: boolean }) {
  return (
    <div className="grid gap-2">
      {isSignedIn ? null : (
        <PlaceLink className="button primary w-full" href="/login">
          Sign in
        </PlaceLink>
      )}
      <PlaceLink className="button w-full" href="/">
        Read {site}
      </PlaceLink>
    </div>
  );
}
