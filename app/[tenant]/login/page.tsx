import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LoginForm } from '@/app/_sign-in/login-form';
import { loginWords } from '@/app/_sign-in/login-words';
import { ProviderButtons } from '@/app/_sign-in/provider-buttons';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { askRootFirst } from '@/lib/api/hand-over/ask-root-first';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { visitorPage } from '@/lib/api/visitor-page';
import { tenantProviderLinks } from '@/lib/api/with-provider/provider-links';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { sendAgain, signIn } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

/** Signing in to one tenant, on whichever of its hosts. */
export default async function LoginPage({ params, searchParams }: Props) {
  const { tenant, viewer } = await visitorPage(params, '/login');
  const query = await searchParams;
  const next = await askedPath(query);
  if (viewer) redirect(tenant.basePath + nextPath(next, homePath(viewer, tenant.id)));
  const asking = isAnswer(query) ? null : await askRootFirst({ tenant }, next);
  if (asking) redirect(asking);
  const { hostname } = await requestFacts();
  return (
    <SiteAuthFrame tenant={tenant}>
      <AuthHead title="Sign in">
        You are signing in to <b>{hostname}</b>.
      </AuthHead>
      <LoginForm action={signIn} again={sendAgain} next={next} {...loginWords(query)} />
      <ProviderButtons links={await tenantProviderLinks({ tenant }, next)} />
      {tenant.settings.registration === 'open' ? (
        <p className="text-ink-2">
          New here?{' '}
          <PlaceLink className="link" href="/register">
            Register
          </PlaceLink>
        </p>
      ) : null}
    </SiteAuthFrame>
  );
}

/** Somebody who has just signed out, or was refused, is not to be signed in again unasked. */
function isAnswer(query: Query): boolean {
  return Boolean(query['signed-out'] || query.error);
}
