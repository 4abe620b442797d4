import type { PlatformTx } from '../../db/platform-tx';
import { InactiveError, InvalidInput } from '../../errors';
import { findPerson } from '../add-person';

/**
 * Finds who is to own a tenant from now on.
 *
 * @param field - what the email was asked as.
 * @throws InvalidInput when nobody has the email; of that, InactiveError for a deactivated account.
 */
export async function findHeir(tx: PlatformTx, email: string, field: string): Promise<string> {
  const person = await findPerson(tx, email.trim().toLowerCase());
  if (!person) throw new InvalidInput({ [field]: ['Nobody has an account with this email.'] });
  if (!person.isActive) throw new InactiveError(field);
  return person.id;
}
