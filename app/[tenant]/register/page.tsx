import '@/app/account.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { visitorPage } from '@/lib/api/visitor-page';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { NotOpen } from './_parts/not-open';
import { join, register } from './actions';

type Props = { params: Promise<{ tenant: string }> };

export const metadata: Metadata = { title: 'Register', robots: { index: false } };

const { name, email, newPassword } = accountFields;

/** Becoming a member of a tenant by oneself, where it is open to everybody. */
export default async function RegisterPage({ params }: Props) {
  const { tenant, viewer } = await visitorPage(params, '/register');
  if (viewer?.membership) redirect(`${tenant.basePath}/account`);
  if (tenant.settings.registration !== 'open') {
    return (
      <SiteAuthFrame tenant={tenant}>
        <NotOpen
          site={tenant.name}
          registration={tenant.settings.registration}
          isSignedIn={viewer !== null}
        />
      </SiteAuthFrame>
    );
  }
  return (
    <SiteAuthFrame tenant={tenant}>
      {viewer ? (
        <>
          <AuthHead title={`Join ${tenant.name}`}>
            You are signed in as <b>{viewer.email}</b>.
          </AuthHead>
          <AccountForm action={join} fields={[]} submit="Join" unsent="Not joined" />
        </>
      ) : (
        <>
          <AuthHead title={`Register at ${tenant.name}`}>
            We send you a mail to confirm your address.
          </AuthHead>
          <AccountForm
            action={register}
            fields={[name, email, newPassword]}
            submit="Register"
            unsent="Not registered"
          />
          <p className="text-ink-2">
            You have an account already?{' '}
            <PlaceLink className="link" href="/login">
              Sign in
            </PlaceLink>
          </p>
        </>
      )}
    </SiteAuthFrame>
  );
}
