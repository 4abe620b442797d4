import '@/app/account.css';
import type { Metadata } from 'next';
import { LinkFault } from '@/app/_sign-in/link-fault';
import { OtherPerson } from '@/app/_sign-in/other-person';
import { RootAuthFrame } from '@/app/_sign-in/root-auth-frame';
import { rootVisitorPage } from '@/lib/api/console-page';
import type { Query } from '@/lib/api/login-address';
import { rootHost } from '@/lib/api/root-host';
import { findLink } from '@/lib/auth/links/find-link';
import { PlaceLink } from '@/lib/ui/place-link';
import { changeAnswered } from './_parts/change-answered';
import { ChangeQuestion } from './_parts/change-question';
import { SiteQuestion } from './_parts/site-question';
import { answerChange, makeSite } from './actions';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = {
  title: 'Confirm your email',
  robots: { index: false },
  // The address is a key: no other site may see it.
  referrer: 'same-origin',
};

const purposes = ['signup', 'change-email-old', 'change-email-new'] as const;

/** Mailed links of the platform itself: a new site, a change of email. Opening one changes nothing. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const { viewer } = await rootVisitorPage();
  const [{ token }, { answer }] = await Promise.all([params, searchParams]);
  const link = await findLink(token, purposes, null);
  if (link?.state !== 'open' || (link.purpose === 'signup' && link.account === 'inactive')) {
    return (
      <RootAuthFrame>
        {(link && link.purpose !== 'signup' && changeAnswered(answer)) || (
          <LinkFault link={link}>
            <PlaceLink className="button primary w-full" href="/account">
              Go to your account
            </PlaceLink>
            <PlaceLink className="button w-full" href="/signup">
              Make a site
            </PlaceLink>
          </LinkFault>
        )}
      </RootAuthFrame>
    );
  }
  if (link.purpose === 'signup') {
    return (
      <RootAuthFrame>
        <OtherPerson viewer={viewer} email={link.email} />
        <SiteQuestion action={makeSite} token={token} link={link} root={rootHost()} />
      </RootAuthFrame>
    );
  }
  return (
    <RootAuthFrame>
      <ChangeQuestion action={answerChange} token={token} link={link} />
    </RootAuthFrame>
  );
}
