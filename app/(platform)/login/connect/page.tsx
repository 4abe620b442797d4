import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountForm } from '@/app/_sign-in/account-form';
import { WayAuthFrame } from '@/app/_sign-in/way-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { isTheirs } from '@/lib/api/with-provider/connect-pending';
import { readPending } from '@/lib/api/with-provider/pending-cookie';
import { findProvider } from '@/lib/auth/providers/identity-provider';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { connect } from './actions';

export const metadata: Metadata = { title: 'Connect an account', robots: { index: false } };

const passwordField = {
  kind: 'password',
  name: 'password',
  label: 'Password',
  autoComplete: 'current-password',
} as const;

/** Asks before an account elsewhere is connected: opening an address alone connects nothing. */
export default async function ConnectPage() {
  const { viewer } = await rootVisitorPage();
  const pending = await readPending();
  const provider = findProvider(pending?.provider);
  if (!pending || !provider) redirect('/login?error=ProviderStale');
  const isOther = !isTheirs(pending, viewer);
  if (isOther && pending.userId !== null) redirect('/login?error=ProviderStale');
  return (
    <WayAuthFrame>
      <AuthHead title={`Connect ${provider.name}`}>
        {isOther ? (
          <>
            You have an account here already, <b>{pending.email}</b>. Enter its password to connect{' '}
            {provider.name}. Afterwards you sign in with either.
          </>
        ) : (
          <>
            Once connected, <b>{pending.email || `this account at ${provider.name}`}</b> signs you
            in here as {viewer?.name}, {viewer?.email}. Enter your password; who has none yet sets
            one by{' '}
            <PlaceLink className="link" href="/forgot">
              Forgotten?
            </PlaceLink>
          </>
        )}
      </AuthHead>
      <AccountForm
        action={connect}
        fields={[passwordField]}
        submit={`Connect ${provider.name}`}
        unsent="Not connected"
      />
      <PlaceLink className="button w-full" href={isOther ? '/login' : '/account'}>
        Do not connect
      </PlaceLink>
    </WayAuthFrame>
  );
}
