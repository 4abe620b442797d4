import type { TenantLimits } from '@/lib/console/limits/read-tenant-limits';
import { amountOf, type LimitName } from '@/lib/limit-reached';
import type { Choice } from '@/lib/ui/kit-types';

/** One field of a form of limits. Plain data. */
export interface LimitField {
  name: string;
  label: string;
  /** As it is typed. */
  value: string;
  help?: string;
  placeholder?: string;
  choices?: { choices: Choice[]; empty: string };
}

export const limitLabels: Record<LimitName, string> = {
  members: 'Members',
  posts: 'Posts',
  storage: 'Storage',
  requests: 'Requests a minute',
};

/** Four numbers that each may be left to the platform. */
export function tenantLimitFields({ limits }: TenantLimits): LimitField[] {
  return limits.map(({ name, most, followsDefault, usual }) => ({
    name,
    label: limitLabels[name],
    value: followsDefault ? '' : typedOf(name, most),
    placeholder: `Platform’s: ${typedOf(name, usual)}`,
  }));
}

/** The same for the platform itself, where nothing typed is unlimited. */
export function defaultLimitFields(defaults: Record<LimitName, number | null>): LimitField[] {
  const entries = Object.entries(defaults) as [LimitName, number | null][];
  return entries.map(([name, most]) => ({
    name,
    label: limitLabels[name],
    value: most === null ? '' : typedOf(name, most),
    placeholder: 'unlimited',
  }));
}

/** How a tenant’s cache is kept. */
export function cacheFields({ cache }: TenantLimits): LimitField[] {
  return [
    {
      name: 'backend',
      label: 'Kept in',
      value: cache.backend ?? '',
      choices: {
        empty: 'Where the platform keeps caches',
        choices: [
          { id: 'memory', label: 'Memory of each process' },
          { id: 'postgres', label: 'PostgreSQL' },
          { id: 'redis', label: 'Redis, where there is one' },
        ],
      },
    },
    {
      name: 'timeoutSeconds',
      label: 'Entries end after, in seconds',
      value: String(cache.timeoutSeconds),
      help: 'Where the code does not say so itself. At most 2592000, thirty days.',
    },
    {
      name: 'mostKeys',
      label: 'Entries at most',
      value: String(cache.mostKeys),
      help: 'With more, old ones go.',
    },
  ];
}

/** As one would type it: storage in its unit, where that loses nothing. */
function typedOf(name: LimitName, most: number | null): string {
  if (most === null) return 'unlimited';
  if (name !== 'storage') return String(most);
  const unit = ['GB', 'MB', 'KB'].find((one) => most > 0 && most % bytesIn(one) === 0);
  return unit ? `${most / bytesIn(unit)} ${unit}` : String(most);
}

function bytesIn(unit: string): number {
  return 1024 ** (['KB', 'MB', 'GB'].indexOf(unit) + 1);
}

/** "9 of 10", "9, unlimited". */
export function amountWords(name: LimitName, used: number, most: number | null): string {
  if (name === 'requests') return most === null ? 'unlimited' : `at most ${amountOf(name, most)}`;
  return most === null
    ? `${amountOf(name, used)}, unlimited`
    : `${amountOf(name, used)} of ${amountOf(name, most)}`;
}
