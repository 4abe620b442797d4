import { type AppClient, appClient } from '../../db/client';
import type { IdentityProvider } from './identity-provider';
import type { ProviderProfile } from './provider-profile';
import { speaksForEmail } from './speaks-for-email';

/** Somebody may come in, or why not. */
export type IdentityAnswer =
  | { kind: 'person'; userId: string }
  /** Someone has the address here: `password` asks for theirs, `elsewhere` they have none. */
  | { kind: 'password' | 'elsewhere' | 'unverified' | 'inactive' };

/**
 * Finds the person of an account elsewhere, by its number. An unknown one is connected with the
 * person who has the address where that is proved on both sides, and becomes a new person where
 * nobody has it.
 */
export async function signInByIdentity(
  provider: Pick<IdentityProvider, 'id' | 'key'>,
  profile: ProviderProfile,
  requestId: string,
  client: AppClient = appClient(),
): Promise<IdentityAnswer> {
  const { subject, email, isVerified } = profile;
  const speaks = speaksForEmail(provider.id, profile);
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select * from platform.sign_in_by_identity(${provider.key}, ${subject}, ${email},
        ${isVerified}, ${speaks}, ${nameOf(profile)}, ${requestId})`,
  );
  const outcome: string = row?.outcome ?? '';
  if (row?.user_id) return { kind: 'person', userId: row.user_id };
  if (outcome === 'password' || outcome === 'elsewhere' || outcome === 'unverified') {
    return { kind: outcome };
  }
  return { kind: 'inactive' };
}

/** Names are shown and mailed: one line, of a length that fits. */
function nameOf({ name, email }: ProviderProfile): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() || email.split('@')[0];
  return [...(line ?? '')].slice(0, 100).join('');
}
