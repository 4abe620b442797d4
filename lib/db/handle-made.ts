// Which tenant a select or a subquery was made for. Anybody can build one with Drizzle alone, and
// that one has no filter.
const madeFor = new WeakMap<object, string>();

const sets = ['union', 'unionAll', 'intersect', 'intersectAll', 'except', 'exceptAll'] as const;

/** True for a select or subquery that the handle of this tenant has made. */
export function isMadeFor(query: object, tenantId: string): boolean {
  return madeFor.get(query) === tenantId;
}

/**
 * Remembers a select of the handle, and the subquery that is made of it. What it is combined with
 * must come from the same handle; the form with a function does not say whence, and is refused.
 *
 * @param query - a select with its `from`; patched in place.
 */
export function markMade<T extends object>(query: T, tenantId: string): T {
  const methods = query as Record<string, (...args: unknown[]) => object>;
  const { as } = methods;
  const patched: Record<string, unknown> = {
    as: (alias: string) => {
      const subquery = as?.call(query, alias) as object;
      madeFor.set(subquery, tenantId);
      return subquery;
    },
  };
  for (const name of sets) {
    const combine = methods[name];
    patched[name] = (other: object) => {
      if (isMadeFor(other, tenantId)) return combine?.call(query, other);
      throw new Error(`${name}() with a select that this handle has not made is refused.`);
    };
  }
  madeFor.set(query, tenantId);
  return Object.assign(query, patched);
}
