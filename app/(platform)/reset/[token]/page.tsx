import '@/app/account.css';
import type { Metadata } from 'next';
import { ResetPart } from '@/app/_sign-in/reset-part';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { findLink } from '@/lib/auth/links/find-link';
import { reset } from './actions';

export const metadata: Metadata = {
  title: 'New password',
  robots: { index: false },
  // The address is a key: no other site may see it.
  referrer: 'same-origin',
};

/** Choosing a new password by a mailed link on the root host. Opening it changes nothing. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { viewer } = await rootVisitorPage();
  const { token } = await params;
  const link = await findLink(token, ['reset'], null);
  return (
    <RootAuthFrame>
      <ResetPart action={reset} token={token} link={link} viewer={viewer} />
    </RootAuthFrame>
  );
}
