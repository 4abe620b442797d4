import { InvalidInput } from '../../errors';
import type { PasswordOwner } from '../../tenancy/passwords/password-weakness';
import { passwordFault } from '../../tenancy/provisioning/new-tenant';

/**
 * Refuses a chosen password that is made of what is known about whoever chooses it: name, email and
 * site are the first things that are tried.
 *
 * @throws InvalidInput under `password`.
 */
export function refusePassword(password: string, owner: PasswordOwner): void {
  const fault = passwordFault(password, owner);
  if (fault) throw new InvalidInput({ password: [fault] });
}
