import '@/app/account.css';
import type { Metadata } from 'next';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { EnterForm } from '@/app/_sign-in/enter-form';
import { rootVisitorPage } from '@/lib/api/console-page';
import type { Query } from '@/lib/api/login-address';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';
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
    <div className={readingFonts}>
      <AuthFrame site={null} words="One account for all your sites." foot="Published with Tenantry">
        <AuthHead title="Signing in">You are signed in, and go on to your site.</AuthHead>
        <EnterForm action={enter} ticket={String(ticket ?? '')} />
      </AuthFrame>
    </div>
  );
}
