import '@/app/person.css';
import { rootVisitorPage } from '@/lib/api/console-page';
import { PlaceLink } from '@/lib/ui/place-link';
import { PlatformFrame } from '@/lib/ui/platform-frame';

export const metadata = { title: 'Goodbye', robots: { index: false } };

/** Where one is after the account was deleted. It says nothing about anybody. */
export default async function GonePage() {
  await rootVisitorPage();
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className="mx-auto grid w-full max-w-md gap-3">
          <h1 className="font-semibold text-2xl">Your account is deleted</h1>
          <p className="text-ink-2">
            You are signed out on every site. What you asked to be erased is gone from the pages of
            the sites within minutes.
          </p>
          <p>
            <PlaceLink className="link" href="/">
              To the front page
            </PlaceLink>
          </p>
        </div>
      </main>
    </PlatformFrame>
  );
}
