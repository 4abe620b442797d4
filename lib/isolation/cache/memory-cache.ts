/** A stand-in for Next's cache with the signature of unstable_cache, which can be looked into. */
export interface MemoryCache {
  cache: <T>(
    read: () => Promise<T>,
    key?: string[],
    options?: { tags?: string[]; revalidate?: number | false },
  ) => () => Promise<T>;
  /** Forgets every entry that carries the tag. */
  expire(tag: string): void;
}

/** Makes an empty store. Values are kept as they are. */
export function createMemoryCache(): MemoryCache {
  const entries = new Map<string, { value: unknown; tags: string[] }>();
  return {
    cache: (read, key = [], { tags = [] } = {}) => {
      const name = JSON.stringify(key);
      return async () => {
        const kept = entries.get(name);
        if (kept) return kept.value as Awaited<ReturnType<typeof read>>;
        const value = await read();
        entries.set(name, { value, tags });
        return value;
      };
    },
    expire: (tag) => {
      for (const [name, { tags }] of entries) if (tags.includes(tag)) entries.delete(name);
    },
  };
}
