import '@/app/account.css';
import type { Metadata } from 'next';
import { ForgotPart } from '@/app/_sign-in/forgot-part';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { visitorPage } from '@/lib/api/visitor-page';
import { forgot } from './actions';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

/** Asking for a new password on a tenant's host. */
export default async function ForgotPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await visitorPage(params, '/forgot');
  return (
    <SiteAuthFrame tenant={tenant}>
      <ForgotPart action={forgot} />
    </SiteAuthFrame>
  );
}
