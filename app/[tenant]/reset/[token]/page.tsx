import '@/app/account.css';
import type { Metadata } from 'next';
import { ResetPart } from '@/app/_sign-in/reset-part';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { visitorPage } from '@/lib/api/visitor-page';
import { findLink } from '@/lib/auth/links/find-link';
import { reset } from './actions';

type Props = { params: Promise<{ tenant: string; token: string }> };

export const metadata: Metadata = {
  title: 'New password',
  robots: { index: false },
  // The address is a key: no other site may see it.
  referrer: 'same-origin',
};

/** Choosing a new password by a mailed link on a tenant's host. Opening it changes nothing. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const { tenant, viewer } = await visitorPage(params, `/reset/${token}`);
  const link = await findLink(token, ['reset'], tenant.id);
  return (
    <SiteAuthFrame tenant={tenant}>
      <ResetPart action={reset} token={token} link={link} viewer={viewer} />
    </SiteAuthFrame>
  );
}
