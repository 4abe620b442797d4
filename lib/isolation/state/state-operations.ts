import type { TenantStore } from '../../state/tenant-store';

/** One operation of a tenant's store as an attacker calls it, with some key. Gives all it told. */
export type StateOperation = (store: TenantStore, key: string) => Promise<unknown>;

/** Every operation of TenantStore. One that is there and not here is uncovered. */
export const stateOperations: Record<string, StateOperation> = {
  get: (store, key) => store.get(key),
  has: (store, key) => store.has(key),
  getMany: async (store, key) => [...(await store.getMany([key, 'own']))],
  keys: (store) => store.keys(),
  getOrSet: (store, key) => store.getOrSet(key, () => 'mine'),
  add: (store, key) => store.add(key, 'mine'),
  set: (store, key) => store.set(key, 'mine'),
  setMany: (store, key) =>
    store.setMany([
      [key, 'mine'],
      ['own', 'mine'],
    ]),
  touch: (store, key) => store.touch(key, 0.001),
  // What it counts is its own: another's would be no number, or a sum that tells.
  incr: async (store, key) => {
    await store.delete(key);
    return store.incr(key);
  },
  decr: async (store, key) => {
    await store.delete(key);
    return store.decr(key);
  },
  delete: (store, key) => store.delete(key),
  deleteMany: (store, key) => store.deleteMany([key, 'own']),
  clear: (store) => store.clear(),
};
