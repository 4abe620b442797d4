import { AppError } from '../../errors';
import type { Viewer } from '../viewer';
import { supportMay, supportRefusal } from './support-rights';

/**
 * Refuses to somebody of support what only the person may do: what asks for no right of its own, and
 * what support never does or may not do at this moment. Doors ask it before anything is done.
 *
 * @param permission - what the door asks for; one that is found later is asked about later.
 * @throws AppError forbidden
 */
export function requireOwnHand(viewer: Viewer | null, permission: unknown): void {
  if (!viewer?.support || typeof permission === 'function') return;
  const isAnybodys = permission === 'public' || permission === 'account.use';
  if (!isAnybodys && supportMay(viewer.support, String(permission))) return;
  throw new AppError('forbidden', supportRefusal(viewer.support));
}
