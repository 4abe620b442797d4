'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { WritingState } from './use-writing';

/**
 * Keeps a page that reads along at what was saved last, and loads it anew once it may write: nobody
 * writes over what they have not seen.
 */
export function useFollowing({ writing, mark, reload }: FollowingOptions) {
  const { refresh } = useRouter();
  const hasRead = useRef(false);
  useEffect(() => {
    if (!writing) return;
    if (!writing.mine) {
      hasRead.current = true;
      if (writing.mark !== mark) refresh();
    } else if (hasRead.current) reload();
  }, [writing, mark, refresh, reload]);
}

interface FollowingOptions {
  writing: WritingState | null;
  mark: string;
  reload(): void;
}
