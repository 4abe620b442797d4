import type { IdentityProvider } from '../../auth/providers/identity-provider';
import { log } from '../../log';
import type { ProviderFault } from './ways-on';

/**
 * Says what to tell people of whatever went wrong while we spoke with a provider. The log has the
 * particulars, but neither what it sent nor what it was sent: codes and tokens stand there.
 */
export function providerFault(error: unknown, { id }: Pick<IdentityProvider, 'id'>): ProviderFault {
  const { name, message, code, error: said } = error as Particulars;
  // Somebody changed their mind: that is no failure.
  if (said === 'access_denied') return 'ProviderDenied';
  log.warn(
    { event: 'provider.failed', provider: id, name, message, code, said: said?.slice(0, 100) },
    'a sign-in failed',
  );
  if (said) return ofAnswer(said);
  const causes = causesOf(error);
  return causes.some(({ name: one }) => awayNames.includes(one ?? ''))
    ? 'ProviderDown'
    : 'ProviderFailed';
}

interface Particulars {
  name?: string;
  message?: string;
  code?: string;
  /** What the provider itself calls it. */
  error?: string;
  cause?: unknown;
}

/** What fetch throws where nobody answers, or not in time. */
const awayNames = ['TypeError', 'AbortError', 'TimeoutError'];

function ofAnswer(said: string): ProviderFault {
  if (said === 'temporarily_unavailable' || said === 'server_error') return 'ProviderDown';
  return said === 'invalid_grant' ? 'ProviderStale' : 'ProviderFailed';
}

function causesOf(error: unknown): Particulars[] {
  const found: Particulars[] = [];
  let at: unknown = error;
  while (at instanceof Error && found.length < 5) {
    found.push(at);
    at = at.cause;
  }
  return found;
}
