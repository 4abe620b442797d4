import { DeleteError, InvalidInput } from '../errors';
import { databaseError } from '../resources/database-refusal';

/** An account that is deleted, as the database answers. */
export interface Removed {
  id: string;
  name: string;
  /** Sites that were deleted with it. */
  sites: { id: string; name: string; slug: string }[];
  /** How many sites it was removed from. */
  memberships: number;
  /** What is stale from now on. */
  cacheTags: string[];
}

/** How it may answer instead: other sites are owned than were shown, or there is nobody. */
export type RemovalAnswer = Removed | { changed: true } | null;

/**
 * @throws InvalidInput (`sites`) when the sites to be deleted are not those that were confirmed.
 */
export function requireConfirmed(answer: Removed | { changed: true }): Removed {
  if ('changed' in answer) {
    throw new InvalidInput({
      sites: ['Tick every site that is listed: each is deleted with the account.'],
    });
  }
  return answer;
}

/** What the database refuses, in words (N12). Somebody must always be able to open the console. */
export function throwKeptPerson(error: unknown): never {
  if (databaseError(error)?.constraint_name !== 'users_superuser_left') throw error;
  throw new DeleteError(platformOwnerWords);
}

/** Why the owner of the platform stays (N12), and what to do. */
export const platformOwnerWords =
  'The owner of the platform cannot be deleted: nobody could open its console any more. Make somebody else a superuser first.';
