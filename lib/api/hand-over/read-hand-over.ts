import { nextPath } from '../../auth/next-path';
import { isSecret } from '../../auth/secret';
import { AppError } from '../../errors';
import type { TenantEntry } from '../tenant-page';
import { tenantAt } from './tenant-at';

/** What a tenant's host asks the root host for. */
export interface HandOver {
  entry: TenantEntry;
  /** The tenant's address: scheme, host and the beginning of the path. */
  to: string;
  /** Hash of the cookie that the browser has there. */
  state: string;
  /** A path of the tenant's, or empty. */
  next: string;
}

/**
 * Reads the question, which anybody may have written.
 *
 * @throws AppError bad_input for an address that is no tenant's, or a question that is none.
 */
export async function readHandOver(
  asked: Record<'to' | 'state' | 'next', unknown>,
): Promise<HandOver> {
  const to = typeof asked.to === 'string' ? asked.to : '';
  const entry = await tenantAt(to);
  if (!entry || !isSecret(asked.state)) {
    throw new AppError('bad_input', 'This address is not complete. Go back, and sign in again.');
  }
  return { entry, to, state: asked.state, next: nextPath(asked.next, '') };
}
