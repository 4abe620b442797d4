import type { Query } from '@/lib/api/login-address';
import type { ProviderFault } from '@/lib/api/with-provider/ways-on';
import { findProvider } from '@/lib/auth/providers/identity-provider';

/** What a page says of a provider that let nobody in: what it was, and what to do. */
export function providerWords(fault: unknown, provider: Query[string]): string | undefined {
  const name = findProvider(provider)?.name ?? 'The other service';
  const known = typeof fault === 'string' && Object.hasOwn(words, fault);
  return known ? words[fault as ProviderFault](name) : undefined;
}

const words: Record<ProviderFault, (name: string) => string> = {
  ProviderDenied: () =>
    'You stopped it there, so nothing was done. Try again, or use your password.',
  ProviderStale: () =>
    'This took too long, was done before, or was begun in another browser. Begin once more here.',
  ProviderFailed: (name) =>
    `${name} gave an answer that could not be used. Try again, or use your password.`,
  ProviderDown: (name) =>
    `${name} cannot be reached at the moment. Try again later, or use your password.`,
  ProviderBusy: () => 'Too many attempts from here. Wait ten minutes, or use your password.',
  ProviderUnverified: (name) =>
    `${name} has not verified an email of yours. Verify it there, or use your password here.`,
  ProviderElsewhere: (name) =>
    `You have an account here already. Sign in the way you did before, then connect ${name} on your account page.`,
  ProviderInactive: () => 'You cannot sign in here at the moment.',
};
