type Listener<T> = (value: T) => void;

/** Listeners by name. One that throws keeps nobody else from hearing. */
export function emitter() {
  const all = new Map<string, Set<Listener<never>>>();
  return {
    on<T>(name: string, listener: Listener<T>): () => void {
      const listeners = all.get(name) ?? new Set();
      all.set(name, listeners.add(listener as Listener<never>));
      return () => void listeners.delete(listener as Listener<never>);
    },
    emit<T>(name: string, value: T): void {
      for (const listener of [...(all.get(name) ?? [])] as Listener<T>[]) {
        try {
          listener(value);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
