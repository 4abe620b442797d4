import '@/app/account.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { WayAuthFrame } from '@/app/_sign-in/way-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { readHandOver } from '@/lib/api/hand-over/read-hand-over';
import type { Query } from '@/lib/api/login-address';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { proceed } from './actions';

export const metadata: Metadata = { title: 'Continue to a site', robots: { index: false } };

/** Asks before a site that somebody does not belong to is told who they are. */
export default async function ContinuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootVisitorPage();
  const { to, state, next } = await searchParams;
  const asked = await readHandOver({ to, state, next }).catch(() => null);
  if (!asked) notFound();
  if (!viewer) redirect('/login');
  const { entry } = asked;
  return (
    <WayAuthFrame>
      <AuthHead title={`Continue to ${entry.tenant.name}`}>
        You do not belong to <b>{entry.hostname}</b>. It will know you as {viewer.name},{' '}
        {viewer.email}.
      </AuthHead>
      <KitForm action={proceed} hidden={{ to: asked.to, state: asked.state, next: asked.next }}>
        <SubmitButton block>Continue</SubmitButton>
      </KitForm>
      <a className="button w-full" href={asked.to}>
        Do not sign in there
      </a>
    </WayAuthFrame>
  );
}
