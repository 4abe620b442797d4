import { platformOrigin } from '../../tenancy/tenant-address';
import type { ProviderId } from './identity-provider';

/**
 * Where a provider sends people back to: the root host, and one address for each provider, so that
 * none can answer for another. Made from the settings, never from what a request says of its host.
 */
export function callbackAddress(id: ProviderId): string {
  return `${platformOrigin()}/api/auth/callback/${id}`;
}
