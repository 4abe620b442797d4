import { AppError } from './errors';
import { formatBytes } from './format-bytes';

/** What tenants are limited in. `requests` are counted by the minute, the others are had. */
export const limitNames = ['members', 'posts', 'storage', 'requests'] as const;

export type LimitName = (typeof limitNames)[number];

/** How much there is of something, and how much there may be. */
export interface LimitFacts {
  name: LimitName;
  used: number;
  most: number;
}

/** A tenant has all it may have of something. The database says so, whichever way somebody came (S2.47). */
export class LimitReached extends AppError {
  constructor(
    readonly limit: LimitFacts,
    options?: ErrorOptions,
  ) {
    const { name, used, most } = limit;
    super('conflict', `${wordsOf[name].full(amountOf(name, used), amountOf(name, most))}`, options);
    this.name = 'LimitReached';
  }
}

const ask = 'or ask whoever runs this platform for more';

const wordsOf: Record<LimitName, { full(used: string, most: string): string }> = {
  members: {
    full: (used, most) =>
      `The limit of members is reached: ${used} of ${most}. Remove somebody, ${ask}.`,
  },
  posts: {
    full: (used, most) =>
      `The limit of posts is reached: ${used} of ${most}. Move some to the trash, ${ask}.`,
  },
  storage: {
    full: (used, most) =>
      `There is not enough storage left: ${used} of ${most} are used. Delete some files, ${ask}.`,
  },
  requests: {
    full: (used, most) => `The limit of requests is reached: ${used} of ${most} in this minute.`,
  },
};

/** A number as people read it; of storage with its unit. */
export function amountOf(name: LimitName, value: number): string {
  if (name !== 'storage') return new Intl.NumberFormat('en-GB').format(value);
  return formatBytes(value);
}
