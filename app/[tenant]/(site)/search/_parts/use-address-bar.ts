'use client';

import { useEffect } from 'react';
import { type SearchQuery, searchAddress } from '@/app/_search/search-address';
import { useAddress } from '@/lib/ui/base-path';

/**
 * Keeps the address in step with what is shown, so that it can be sent to somebody or loaded anew.
 * It makes no entries in the history: back leads to the page before, not through every letter.
 *
 * @param shown - null while something else is on its way.
 */
export function useAddressBar(shown: SearchQuery | null): void {
  const address = useAddress();
  const wanted = shown && address(searchAddress(shown));
  useEffect(() => {
    const { pathname, search, hash } = window.location;
    if (wanted !== null && pathname + search !== wanted) {
      window.history.replaceState(null, '', wanted + hash);
    }
  }, [wanted]);
}
