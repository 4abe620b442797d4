import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { LoginForm } from '@/app/_sign-in/login-form';
import { loginWords } from '@/app/_sign-in/login-words';
import { rootVisitorPage } from '@/lib/api/console-page';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { homePath } from '@/lib/auth/home-path';
import { nextPath } from '@/lib/auth/next-path';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { signIn } from './actions';

export const metadata: Metadata = { title: 'Sign in to Tenantry', robots: { index: false } };

/** Signing in to the platform itself. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootVisitorPage();
  const query = await searchParams;
  const next = await askedPath(query);
  if (viewer) redirect(nextPath(next, homePath(viewer, null)));
  const { hostname } = await requestFacts();
  return (
    <div className={readingFonts}>
      <AuthFrame
        site={null}
        words="One application, many sites, each behind walls of its own."
        foot="Each site has a sign-in page of its own, at its own address."
      >
        <AuthHead title="Sign in">
          You are signing in to <b>{hostname}</b>, the platform itself.
        </AuthHead>
        <LoginForm action={signIn} next={next} {...loginWords(query)} />
      </AuthFrame>
    </div>
  );
}
