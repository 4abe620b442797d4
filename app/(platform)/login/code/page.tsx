import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { overAddress } from '@/app/_sign-in/code-address';
import { CodeForm } from '@/app/_sign-in/code-form';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { findPending } from '@/lib/auth/two-factor/begin-pending';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { enterCode } from './actions';

export const metadata: Metadata = { title: 'Enter a code', robots: { index: false } };

/** The second step of signing in to the platform itself. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  await rootVisitorPage();
  const query = await searchParams;
  const next = await askedPath(query);
  if (!(await findPending(null))) redirect(overAddress('late', next));
  const { hostname } = await requestFacts();
  return (
    <RootAuthFrame>
      <AuthHead title="Enter a code">
        One more step to sign in to <b>{hostname}</b>.
      </AuthHead>
      <CodeForm action={enterCode} next={next} withRecovery={query.with === 'recovery'} />
    </RootAuthFrame>
  );
}
