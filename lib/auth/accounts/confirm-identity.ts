import type { AppClient } from '../../db/client';
import { AppError, InvalidInput } from '../../errors';
import { verifyCredentials } from '../verify-credentials';
import type { Viewer } from '../viewer';

/**
 * Asks for the present password before something that a borrowed browser must not be enough for. It
 * counts like signing in on the root host.
 *
 * @param password - as typed into the field `current`.
 * @param device - of a browser that the account knows: failures elsewhere do not keep it out.
 * @throws InvalidInput for another password; TooMany.
 */
export async function confirmIdentity(
  viewer: Pick<Viewer, 'email'>,
  { password, address, device }: { password: string; address: string; device?: string | null },
  client?: AppClient,
): Promise<void> {
  try {
    await verifyCredentials(viewer.email, password, { realm: null, address, device }, client);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_signed_in') throw error;
    throw new InvalidInput({ current: ['This is not your present password.'] });
  }
}
