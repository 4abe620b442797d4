'use client';

import { RealtimeProvider } from '@/app/_realtime/realtime-provider';
import { WhoIsReading } from '@/app/_realtime/who-is-reading';

/** The same with the page's connection. */
export default function Readers({ slug }: { slug: string }) {
  return (
    <RealtimeProvider>
      <WhoIsReading slug={slug} />
    </RealtimeProvider>
  );
}
