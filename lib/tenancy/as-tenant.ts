import type { Tenant, TenantInfo } from './tenant';
import { hasFeature } from './tenant-features';

/** Gives a tenant that came through the cache its questions back. */
export function asTenant(info: TenantInfo | Tenant): Tenant {
  const getSetting = (key: string, fallback?: unknown) => settingOf(info, key, fallback);
  const asked = {
    getSetting: getSetting as Tenant['getSetting'],
    hasFeature: (flag: string) => hasFeature(info, flag),
    equals: (other: { id: string } | null | undefined) => other?.id === info.id,
  };
  // Not enumerable: a copy of the tenant, or its JSON, is the plain data again.
  const properties = Object.entries(asked).map(([name, value]) => [name, { value }]);
  return Object.defineProperties({ ...info }, Object.fromEntries(properties)) as Tenant;
}

function settingOf({ raw, settings }: TenantInfo, key: string, fallback: unknown): unknown {
  const given = Object.hasOwn(raw.settings, key) ? raw.settings[key] : undefined;
  const known = Object.hasOwn(settings, key) ? settings[key as keyof typeof settings] : undefined;
  // A known setting that could not be used has been replaced by its default, which is not like it.
  if (known !== undefined) return isLike(given, known) ? known : (fallback ?? known);
  return kindOf(given) === kindOf(fallback) ? given : fallback;
}

/** An object may have been completed by defaults; anything else is the same or was replaced. */
function isLike(given: unknown, known: unknown): boolean {
  if (kindOf(given) !== kindOf(known)) return false;
  return kindOf(known) === 'object' || JSON.stringify(given) === JSON.stringify(known);
}

/** Lists and objects are told apart; null is of no kind. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'list' : typeof value;
}
