'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaJson } from '@/lib/media/media-json';
import { useBasePath } from '@/lib/ui/base-path';
import { uploadMedia } from './upload-media';

/** One file on its way. */
export interface UploadState {
  key: number;
  file: File;
  /** How much has been sent, 0 to 1. */
  part: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Why it failed. */
  error?: string;
}

const atOnce = 2;

/**
 * Uploads files, two at a time, and tells of each how it goes. Leaving the page ends them.
 *
 * @param onDone - told of each picture that is in the library.
 */
export function useUploads(onDone: (picture: MediaJson) => void) {
  const basePath = useBasePath();
  const [uploads, setUploads] = useState<UploadState[]>([]);
  const begun = useRef(new Map<number, AbortController>());
  const latest = useRef(onDone);
  latest.current = onDone;

  const change = useCallback((key: number, changed: Partial<UploadState>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const send = useCallback(
    async ({ key, file }: UploadState) => {
      const stop = new AbortController();
      begun.current.set(key, stop);
      change(key, { state: 'sending', part: 0, error: undefined });
      try {
        const picture = await uploadMedia(file, {
          basePath,
          signal: stop.signal,
          onProgress: (part) => change(key, { part }),
        });
        change(key, { state: 'done', part: 1 });
        latest.current(picture);
      } catch (error) {
        if (!stop.signal.aborted) change(key, { state: 'failed', error: (error as Error).message });
      } finally {
        begun.current.delete(key);
        // Whoever waits is looked for again.
        setUploads((all) => [...all]);
      }
    },
    [basePath, change],
  );

  useEffect(() => {
    const next = uploads.find(({ key, state }) => state === 'waiting' && !begun.current.has(key));
    if (next && begun.current.size < atOnce) void send(next);
  }, [uploads, send]);

  useEffect(() => {
    const running = begun.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  return {
    uploads,
    add: (files: Iterable<File>) =>
      setUploads((all) => [...all, ...[...files].map((file) => waiting(file))]),
    retry: (key: number) => change(key, { state: 'waiting', error: undefined }),
    remove: (key: number) => {
      begun.current.get(key)?.abort();
      setUploads((all) => all.filter((one) => one.key !== key));
    },
  };
}

let lastKey = 0;

function waiting(file: File): UploadState {
  lastKey += 1;
  return { key: lastKey, file, part: 0, state: 'waiting' };
}
