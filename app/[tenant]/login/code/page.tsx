import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { overAddress } from '@/app/_sign-in/code-address';
import { CodeForm } from '@/app/_sign-in/code-form';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { askedPath, type Query } from '@/lib/api/login-address';
import { requestFacts } from '@/lib/api/request-facts';
import { visitorPage } from '@/lib/api/visitor-page';
import { findPending } from '@/lib/auth/two-factor/begin-pending';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { enterCode } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Enter a code', robots: { index: false } };

/** The second step of signing in to one tenant, on whichever of its hosts. */
export default async function CodePage({ params, searchParams }: Props) {
  const { tenant } = await visitorPage(params, '/login/code');
  const query = await searchParams;
  const next = await askedPath(query);
  if (!(await findPending(tenant.id))) redirect(tenant.basePath + overAddress('late', next));
  const { hostname } = await requestFacts();
  return (
    <SiteAuthFrame tenant={tenant}>
      <AuthHead title="Enter a code">
        Your password was right. One more step to sign in to <b>{hostname}</b>.
      </AuthHead>
      <CodeForm action={enterCode} next={next} withRecovery={query.with === 'recovery'} />
    </SiteAuthFrame>
  );
}
