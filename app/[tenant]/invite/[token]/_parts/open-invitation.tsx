import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import type { OpenedInvitation } from '@/lib/admin/invitations/find-invitation';
import { maskEmail } from '@/lib/admin/invitations/invitation-words';
import type { Viewer } from '@/lib/auth/viewer';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { begin, join, switchPerson } from '../actions';

interface OpenProps {
  site: string;
  token: string;
  invitation: OpenedInvitation;
}

/** For who is signed in as the one that was invited. */
export function Join({ site, token, invitation }: OpenProps) {
  return (
    <>
      <AuthHead title={`Join ${site}`}>
        {wordsOf(invitation, site)} You are signed in as <b>{invitation.email}</b>.
      </AuthHead>
      <AccountForm
        action={join}
        fields={[]}
        hidden={{ token }}
        submit={`Join ${site} as ${invitation.role}`}
        unsent="Not joined"
      />
    </>
  );
}

/** For who has an account and is not signed in. */
export function SignInFirst({ site, token, invitation }: OpenProps) {
  return (
    <>
      <AuthHead title={`You are invited to ${site}`}>
        {wordsOf(invitation, site)} There is an account for <b>{invitation.email}</b>: sign in with
        it, then join.
      </AuthHead>
      <PlaceLink
        className="button primary w-full"
        href={`/login?next=${encodeURIComponent(`/invite/${token}`)}`}
      >
        Sign in as {invitation.email}
      </PlaceLink>
    </>
  );
}

/** For who has no account: the link proves the mailbox, so it begins here. */
export function Begin({ site, token, invitation }: OpenProps) {
  return (
    <>
      <AuthHead title={`You are invited to ${site}`}>
        {wordsOf(invitation, site)} Your account will be <b>{invitation.email}</b>. Choose what you
        are called and a password.
      </AuthHead>
      <AccountForm
        action={begin}
        fields={[accountFields.name, accountFields.newPassword]}
        hidden={{ token }}
        submit={`Join ${site} as ${invitation.role}`}
        unsent="Not joined"
      />
    </>
  );
}

/** For who is signed in as somebody else: nobody accepts for another. */
export function OtherPerson({ site, token, invitation, viewer }: OpenProps & { viewer: Viewer }) {
  return (
    <>
      <AuthHead title="This invitation is for somebody else">
        It is for <b>{maskEmail(invitation.email)}</b>. You are signed in as <b>{viewer.email}</b>,
        and nobody can accept for another.
      </AuthHead>
      <div className="grid gap-2">
        <KitForm action={switchPerson} hidden={{ token }} className="contents">
          <SubmitButton block>Sign out and go on as {maskEmail(invitation.email)}</SubmitButton>
        </KitForm>
        <PlaceLink className="button w-full" href="/">
          Stay signed in and read {site}
        </PlaceLink>
      </div>
    </>
  );
}

function wordsOf({ inviter, role }: OpenedInvitation, site: string): string {
  return `${inviter} invites you to ${site}, as ${role}.`;
}
