interface Entry {
  value: unknown;
  tags: string[];
}

/**
 * Gives Next's own unstable_cache a store outside any request, so that the application's cache
 * functions run here as they are. Next looks for it under this name.
 *
 * @returns what was kept, by Next's full key.
 */
export async function withNextStore(work: (kept: Map<string, Entry>) => Promise<void>) {
  const kept = new Map<string, Entry>();
  const holder = globalThis as unknown as { __incrementalCache?: unknown };
  holder.__incrementalCache = {
    generateSimpleCacheKey: async (key: string) => key,
    get: async (key: string) => {
      const entry = kept.get(key);
      return entry ? { value: entry.value, isStale: false } : null;
    },
    set: async (key: string, value: unknown, { tags }: { tags: string[] }) => {
      kept.set(key, { value, tags });
    },
  };
  try {
    await work(kept);
  } finally {
    delete holder.__incrementalCache;
  }
}
