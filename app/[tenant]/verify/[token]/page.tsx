import '@/app/account.css';
import type { Metadata } from 'next';
import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { LinkFault } from '@/app/_sign-in/link-fault';
import { OtherPerson } from '@/app/_sign-in/other-person';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { visitorPage } from '@/lib/api/visitor-page';
import { findLink } from '@/lib/auth/links/find-link';
import type { Link } from '@/lib/auth/links/read-link';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { confirm } from './actions';

type Props = { params: Promise<{ tenant: string; token: string }> };

export const metadata: Metadata = {
  title: 'Confirm your email',
  robots: { index: false },
  // The address is a key: no other site may see it.
  referrer: 'same-origin',
};

/** Confirming the email of a new account at a tenant. Opening it changes nothing. */
export default async function VerifyPage({ params }: Props) {
  const { token } = await params;
  const { tenant, viewer } = await visitorPage(params, `/verify/${token}`);
  const link = await findLink(token, ['register'], tenant.id);
  if (link?.state !== 'open' || link.account === 'inactive') {
    return (
      <SiteAuthFrame tenant={tenant}>
        <LinkFault link={link}>
          <PlaceLink className="button primary w-full" href="/login">
            Sign in
          </PlaceLink>
          {tenant.settings.registration === 'open' ? (
            <PlaceLink className="button w-full" href="/register">
              Register again
            </PlaceLink>
          ) : null}
        </LinkFault>
      </SiteAuthFrame>
    );
  }
  return (
    <SiteAuthFrame tenant={tenant}>
      <AuthHead title="Confirm your email">
        <b>{link.email}</b>, for an account at {tenant.name}. {wordsOf(link)}
      </AuthHead>
      <OtherPerson viewer={viewer} email={link.email} />
      <AccountForm
        action={confirm}
        fields={link.account === 'none' ? [accountFields.chosenPassword] : []}
        hidden={{ token }}
        submit="Confirm and go on"
        unsent="Not confirmed"
      />
    </SiteAuthFrame>
  );
}

function wordsOf({ account }: Link): string {
  return account === 'none'
    ? 'Enter the password you chose when you registered, so that nobody else can begin an account in your name.'
    : 'You have an account already, and keep its password.';
}
