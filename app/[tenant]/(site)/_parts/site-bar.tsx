'use client';

import '@/app/site-live.css';
import { Bell } from '@/app/_notifications/bell';
import { RealtimeProvider } from '@/app/_realtime/realtime-provider';
import { Toaster } from '@/lib/ui/dialog/toaster';
import { Icon } from '@/lib/ui/icon';
import { PlaceLink } from '@/lib/ui/place-link';

/** Bell and account of who is signed in. */
export default function SiteBar() {
  return (
    <RealtimeProvider>
      <Bell />
      <PlaceLink className="button plain icon" href="/account" aria-label="Your account">
        <Icon name="person" size={18} />
      </PlaceLink>
      <Toaster />
    </RealtimeProvider>
  );
}
