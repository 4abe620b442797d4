import { graceSeconds } from '../tenancy/life/deleted-tenant';
import { homeUrlOf } from '../tenancy/tenant-address';

/** What goes with an account when it is deleted, and what stands in the way. Plain data. */
export interface RemovalPlan {
  id: string;
  name: string;
  email: string;
  /** ISO times; null while it is so no longer, or not yet. */
  deletedAt: string | null;
  erasedAt: string | null;
  /** Nobody could open the console any more. */
  isLastSuperuser: boolean;
  /** Sites they own: deleted first, with all their people. */
  owned: OwnedSite[];
  /** Sites they only belong to. */
  left: { id: string; name: string; origin: string; role: string }[];
  /** API keys of theirs that end. */
  keys: number;
  /** For how many days a deleted site can be restored. */
  graceDays: number;
}

/** A site that goes with its owner, unless it is handed over before. */
export interface OwnedSite {
  id: string;
  name: string;
  slug: string;
  /** Scheme and host of its primary address. */
  origin: string;
  /** How many others belong to it. */
  people: number;
  /** How many of them own or run it, too: it could be theirs. */
  heirs: number;
}

type Owned = Omit<OwnedSite, 'origin'> & { domain: string | null };
type Left = Omit<RemovalPlan['left'][number], 'origin'> & { slug: string };

/** As the database answers. */
export type PlannedRemoval = Omit<RemovalPlan, 'owned' | 'left' | 'graceDays'> & {
  owned: Owned[];
  left: Left[];
};

/** Gives the sites their addresses. */
export function planOf({ owned, left, ...plan }: PlannedRemoval): RemovalPlan {
  return {
    ...plan,
    graceDays: Math.round(graceSeconds() / 86_400),
    owned: owned.map(({ domain, ...site }) => ({ ...site, origin: homeUrlOf(site.slug, domain) })),
    left: left.map(({ id, name, role, slug }) => ({ id, name, role, origin: homeUrlOf(slug) })),
  };
}
