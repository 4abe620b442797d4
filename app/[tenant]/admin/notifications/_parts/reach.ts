import type { AudienceGroup, AudiencePerson } from '@/lib/notifications/sending/find-audiences';
import type { Choice } from '@/lib/ui/kit-types';

/** Whom a broadcast can be for. */
export interface Reach {
  /** How many everyone is. */
  everyone: number;
  groups: AudienceGroup[];
  /** The first to choose from; the rest is searched for. */
  people: Choice[];
}

/** Somebody as the picker shows them. */
export function personChoice({ userId, name, email }: AudiencePerson): Choice {
  return name ? { id: userId, label: name, note: email } : { id: userId, label: email };
}
