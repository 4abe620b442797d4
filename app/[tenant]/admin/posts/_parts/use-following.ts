'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { WritingState } from './use-writing';

/**
 * Keeps a page that reads along at what was saved last, and loads it anew once it may write: nobody
 * writes over what they have not seen.
 *
 * @returns whether the page only reads. It goes on to until it is loaded anew: what was typed in the
 * moment before would be gone.
 */
export function useFollowing({ writing, mark, reload }: FollowingOptions): boolean {
  const { refresh } = useRouter();
  const [hasRead, setHasRead] = useState(false);
  useEffect(() => {
    if (!writing) return;
    if (!writing.mine) {
      setHasRead(true);
      if (writing.mark !== mark) refresh();
    } else if (hasRead) reload();
  }, [writing, mark, hasRead, refresh, reload]);
  return hasRead || writing?.mine === false;
}

interface FollowingOptions {
  writing: WritingState | null;
  mark: string;
  reload(): void;
}
