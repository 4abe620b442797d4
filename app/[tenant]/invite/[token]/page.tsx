import '@/app/account.css';
import type { Metadata } from 'next';
import { SiteAuthFrame } from '@/app/_sign-in/site-auth-frame';
import { findInvitation } from '@/lib/admin/invitations/find-invitation';
import { visitorPage } from '@/lib/api/visitor-page';
import { Begin, Join, OtherPerson, SignInFirst } from './_parts/open-invitation';
import { WorthlessInvitation } from './_parts/worthless-invitation';

type Props = { params: Promise<{ tenant: string; token: string }> };

export const metadata: Metadata = {
  title: 'Invitation',
  robots: { index: false },
  // The address is a key: no other site may see it.
  referrer: 'same-origin',
};

/**
 * An invitation, opened by whoever has its link. Opening it changes nothing; what is offered depends
 * on who is signed in, and only the one who was invited can join (C25).
 */
export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const ctx = await visitorPage(params, `/invite/${token}`);
  const { tenant, viewer } = ctx;
  const invitation = await findInvitation(ctx, token);
  const site = tenant.name;
  if (invitation?.state !== 'open') {
    return (
      <SiteAuthFrame tenant={tenant}>
        <WorthlessInvitation {...{ site, invitation }} isSignedIn={viewer !== null} />
      </SiteAuthFrame>
    );
  }
  const open = { site, token, invitation };
  const isThem = viewer?.email === invitation.email;
  return (
    <SiteAuthFrame tenant={tenant}>
      {viewer && !isThem ? (
        <OtherPerson {...open} viewer={viewer} />
      ) : invitation.member !== 'none' || invitation.account === 'inactive' ? (
        <WorthlessInvitation {...{ site, invitation }} isSignedIn={viewer !== null} />
      ) : viewer ? (
        <Join {...open} />
      ) : invitation.account === 'active' ? (
        <SignInFirst {...open} />
      ) : (
        <Begin {...open} />
      )}
    </SiteAuthFrame>
  );
}
