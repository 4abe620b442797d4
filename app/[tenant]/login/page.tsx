import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { LoginForm } from '@/app/_sign-in/login-form';
import { loginWords } from '@/app/_sign-in/login-words';
import { askRootFirst } from '@/lib/api/hand-over/ask-root-first';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { visitorPage } from '@/lib/api/visitor-page';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { createAccent } from '@/lib/theme/accent';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { signIn } from './actions';

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
  const { brand, onBrand } = createAccent(tenant.settings.brandColor);
  const site = { name: tenant.name, home: '/', colors: { brand, onBrand } };
  return (
    <div className={readingFonts}>
      <AuthFrame
        site={site}
        motif={tenant.slug}
        words={tenant.settings.description}
        foot="Published with Tenantry"
      >
        <AuthHead title="Sign in">
          You are signing in to <b>{hostname}</b>.
        </AuthHead>
        <LoginForm action={signIn} next={next} {...loginWords(query)} />
      </AuthFrame>
    </div>
  );
}

/** Somebody who has just signed out, or was refused, is not to be signed in again unasked. */
function isAnswer(query: Query): boolean {
  return Boolean(query['signed-out'] || query.error);
}
