import '@/app/account.css';
import type { Metadata } from 'next';
import { EnterForm } from '@/app/_sign-in/enter-form';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import type { Query } from '@/lib/api/login-address';
import { visitorPage } from '@/lib/api/visitor-page';
import { nextPath } from '@/lib/auth/next-path';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { enter } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

// Its address holds a ticket, which no other site is to be told.
export const metadata: Metadata = {
  title: 'Signing in',
  robots: { index: false },
  referrer: 'same-origin',
};

/** The end of the way from the root host: opening it changes nothing, sending its form does. */
export default async function EnterPage({ params, searchParams }: Props) {
  const { tenant } = await visitorPage(params, '/login');
  const { ticket, next } = await searchParams;
  const way = new URLSearchParams({ next: nextPath(String(next ?? ''), '') });
  return (
    <SiteAuthFrame tenant={tenant}>
      <AuthHead title="Signing in">You are signed in already, and go on to {tenant.name}.</AuthHead>
      <EnterForm
        action={enter}
        ticket={String(ticket ?? '')}
        again={`${tenant.basePath}/session/start?${way}`}
      />
    </SiteAuthFrame>
  );
}
