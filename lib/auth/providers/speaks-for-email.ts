import { env } from '../../env';
import type { ProviderId } from './identity-provider';
import type { ProviderProfile } from './provider-profile';

/**
 * Tells whether a provider's word is enough to say whose an address is now. Google is for its own
 * mailboxes and for the domains that it hosts; others it verified once, and they may have changed
 * hands. GitHub hosts no mail. Of any other provider the operator says so (OIDC_TRUST_EMAIL).
 */
export function speaksForEmail(
  id: ProviderId,
  {
    email,
    isVerified,
    hostedDomain,
  }: Pick<ProviderProfile, 'email' | 'isVerified' | 'hostedDomain'>,
): boolean {
  if (!isVerified || !email) return false;
  if (id === 'oidc') return env().OIDC_TRUST_EMAIL;
  if (id !== 'google') return false;
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return domain === 'gmail.com' || (hostedDomain !== '' && domain === hostedDomain.toLowerCase());
}
