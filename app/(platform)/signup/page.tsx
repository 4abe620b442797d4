import '@/app/account.css';
import type { Metadata } from 'next';
import { type AccountField, accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import { rootHost } from '@/lib/api/root-host';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { makeOwnSite, signup } from './actions';

export const metadata: Metadata = { title: 'Make a site', robots: { index: false } };

/** Making a site of one's own: with a new account, or at once for who is signed in. */
export default async function SignupPage() {
  const { viewer } = await rootVisitorPage();
  const { site, slug, name, email, newPassword } = accountFields;
  const help = `Small letters, digits and hyphens, before .${rootHost()}`;
  const siteFields: AccountField[] = [
    { ...site, autoFocus: true },
    { ...slug, help },
  ];
  const form = { submit: 'Make the site', unsent: 'No site was made' };
  const proposal = { field: 'slug', from: 'site' };
  if (viewer) {
    return (
      <RootAuthFrame>
        <AuthHead title="Make a site">
          It will be yours, <b>{viewer.email}</b>.
        </AuthHead>
        <AccountForm action={makeOwnSite} fields={siteFields} slug={proposal} {...form} />
      </RootAuthFrame>
    );
  }
  return (
    <RootAuthFrame>
      <AuthHead title="Make a site">
        We send you a mail to confirm your address. Your site is made when you have.
      </AuthHead>
      <AccountForm
        action={signup}
        fields={[...siteFields, name, email, newPassword]}
        slug={proposal}
        {...form}
      />
      <p className="text-ink-2">
        You have an account already?{' '}
        <PlaceLink className="link" href="/login?next=%2Fsignup">
          Sign in
        </PlaceLink>{' '}
        and make it at once.
      </p>
    </RootAuthFrame>
  );
}
