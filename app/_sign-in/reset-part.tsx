import type { FormAction } from '@/lib/api/action-state';
import type { Link } from '@/lib/auth/links/read-link';
import type { Viewer } from '@/lib/auth/viewer';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { accountFields } from './account-field';
import { AccountForm } from './account-form';
import { LinkFault } from './link-fault';
import { OtherPerson } from './other-person';
import type { Told } from './told';

interface ResetPartProps {
  action: FormAction<Told>;
  token: string;
  link: Link | null;
  viewer: Viewer | null;
}

/** Choosing a new password by a mailed link, on whichever host. */
export function ResetPart({ action, token, link, viewer }: ResetPartProps) {
  if (link?.state !== 'open' || link.account !== 'active') {
    return (
      <LinkFault link={link}>
        <PlaceLink className="button primary w-full" href="/forgot">
          Ask for a new link
        </PlaceLink>
        <PlaceLink className="button w-full" href="/login">
          Sign in
        </PlaceLink>
      </LinkFault>
    );
  }
  return (
    <>
      <AuthHead title="Choose a new password">
        For the account <b>{link.email}</b>. You will be signed out everywhere, and then sign in
        with the new one.
      </AuthHead>
      <OtherPerson viewer={viewer} email={link.email} />
      <AccountForm
        action={action}
        fields={[accountFields.newPassword]}
        hidden={{ token }}
        submit="Set the password"
        unsent="Not changed"
      />
    </>
  );
}
