import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LoginForm } from '@/app/_sign-in/login-form';
import { loginWords } from '@/app/_sign-in/login-words';
import { ProviderButtons } from '@/app/_sign-in/provider-buttons';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { rootProviderLinks } from '@/lib/api/with-provider/provider-links';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { sendAgain, signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in to Tenantry', robots: { index: false } };

/** Signing in to the platform itself. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootVisitorPage();
  const query = await searchParams;
  const next = await askedPath(query);
  if (viewer) redirect(nextPath(next, homePath(viewer, null)));
  const { hostname } = await requestFacts();
  return (
    <RootAuthFrame>
      <AuthHead title="Sign in">
        You are signing in to <b>{hostname}</b>, the platform itself.
      </AuthHead>
      <LoginForm action={signIn} again={sendAgain} next={next} {...loginWords(query)} />
      <ProviderButtons links={rootProviderLinks(next)} />
      <p className="text-ink-2">
        No account yet?{' '}
        <PlaceLink className="link" href="/signup">
          Make a site
        </PlaceLink>
      </p>
    </RootAuthFrame>
  );
}
