'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useSignedIn } from '@/app/_realtime/use-signed-in';

const SiteBar = lazy(() => import('./site-bar'));
const Readers = lazy(() => import('./readers'));

/** What the bar of the site has for who is signed in. Others load none of it. */
export function SiteLive() {
  return <Live>{<SiteBar />}</Live>;
}

/** Who else reads the article at the moment, told to who is signed in. */
export function LiveReaders({ slug }: { slug: string }) {
  return <Live>{<Readers slug={slug} />}</Live>;
}

function Live({ children }: { children: ReactNode }) {
  return useSignedIn() ? <Suspense fallback={null}>{children}</Suspense> : null;
}
