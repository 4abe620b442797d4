import '@/app/account.css';
import type { Metadata } from 'next';
import { EnterForm } from '@/app/_sign-in/enter-form';
import { WayAuthFrame } from '@/app/_sign-in/way-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import type { Query } from '@/lib/api/login-address';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { enter } from './actions';

// Its address holds a ticket, which no other site is to be told.
export const metadata: Metadata = {
  title: 'Signing in',
  robots: { index: false },
  referrer: 'same-origin',
};

/** Where signing in to a tenant passes by, so that the person's other tenants know them. */
export default async function EnterPage({ searchParams }: { searchParams: Promise<Query> }) {
  await rootVisitorPage();
  const { ticket } = await searchParams;
  return (
    <WayAuthFrame>
      <AuthHead title="Signing in">You are signed in, and go on to your site.</AuthHead>
      <EnterForm action={enter} ticket={String(ticket ?? '')} />
    </WayAuthFrame>
  );
}
