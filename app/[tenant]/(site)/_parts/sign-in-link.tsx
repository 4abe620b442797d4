'use client';

import { useSignedIn } from '@/app/_realtime/use-signed-in';
import { PlaceLink } from '@/lib/ui/place-link';

/** The way in, or to one's account for who is in. Pages are the same for both until they stand. */
export function SignInLink() {
  const isSignedIn = useSignedIn();
  // No prefetch: the page behind it is made for each visitor.
  return (
    <PlaceLink
      className="inline-flex min-h-6 items-center hover:text-ink"
      href={isSignedIn ? '/account' : '/login'}
    >
      {isSignedIn ? 'Your account' : 'Sign in'}
    </PlaceLink>
  );
}
