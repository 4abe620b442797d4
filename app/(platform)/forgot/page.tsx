import '@/app/account.css';
import type { Metadata } from 'next';
import { ForgotPart } from '@/app/_sign-in/forgot-part';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { forgot } from './actions';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

/** Asking for a new password on the root host. */
export default async function ForgotPage() {
  await rootVisitorPage();
  return (
    <RootAuthFrame>
      <ForgotPart action={forgot} />
    </RootAuthFrame>
  );
}
