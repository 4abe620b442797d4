'use client';

import { useEffect, useState } from 'react';

/**
 * Whether somebody is signed in here, for cached pages that are the same for everybody. It is a hint:
 * whoever acts on it asks the server.
 */
export function useSignedIn(): boolean {
  const [isSignedIn, setSignedIn] = useState(false);
  useEffect(() => setSignedIn(/(^|; )[\w-]+\.here=1(;|$)/.test(document.cookie)), []);
  return isSignedIn;
}
