import { DeleteError } from '../../errors';

/** What the database says of a tenant's owner, in words for people, by the name of the constraint. */
export const ownerWords: Record<string, string> = {
  memberships_owner_left: 'No owner would be left. Make somebody else an owner first.',
  memberships_owner_stays: 'The site belongs to them. Give it to somebody else first.',
};

/**
 * Puts the database's refusal to leave a tenant without its owner into an error of its own. It comes
 * at the end of the transaction, so this goes round the whole of it.
 *
 * @throws DeleteError for that; any other error as it is.
 */
export function throwOwnerKept(error: unknown): never {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    const name = (current as { constraint_name?: string }).constraint_name ?? '';
    const words = Object.hasOwn(ownerWords, name) ? ownerWords[name] : undefined;
    if (words) throw new DeleteError(words);
    current = current.cause;
  }
  throw error;
}
