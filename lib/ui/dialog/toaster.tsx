'use client';

import { Toaster as Stack } from 'sonner';

/** Where short messages appear: bottom centre, the newest three. */
export function Toaster() {
  return (
    <Stack
      position="bottom-center"
      visibleToasts={3}
      gap={8}
      offset={20}
      mobileOffset={12}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true }}
    />
  );
}
