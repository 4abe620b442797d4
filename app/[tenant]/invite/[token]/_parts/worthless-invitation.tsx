import { WaysOut } from '@/app/[tenant]/_parts/ways-out';
import type { OpenedInvitation } from '@/lib/admin/invitations/find-invitation';
import { deadWords } from '@/lib/admin/invitations/invitation-words';
import { AuthHead } from '@/lib/ui/shell/auth-head';

interface WorthlessProps {
  site: string;
  invitation: OpenedInvitation | null;
  isSignedIn: boolean;
}

/** Why an invitation does nothing, and what to do now. */
export function WorthlessInvitation({ site, invitation, isSignedIn }: WorthlessProps) {
  const { title, words } = wordsOf(site, invitation);
  return (
    <>
      <AuthHead title={title}>{words}</AuthHead>
      <WaysOut site={site} isSignedIn={isSignedIn} />
    </>
  );
}

function wordsOf(site: string, invitation: OpenedInvitation | null) {
  if (!invitation) {
    return {
      title: 'This link does not work',
      words: 'Perhaps it was cut off on its way: copy all of it from the mail.',
    };
  }
  if (invitation.state !== 'open') return deadWords(invitation.state, site);
  if (invitation.account === 'inactive') {
    return {
      title: 'Your account is deactivated',
      words: 'Write to the operators of this platform if you want it back. The invitation waits.',
    };
  }
  if (invitation.member === 'inactive') {
    return {
      title: 'Your membership is deactivated',
      words: `You belonged to ${site} before. Ask its people to reactivate you; an invitation cannot.`,
    };
  }
  return { title: 'You are a member already', words: `There is nothing to accept at ${site}.` };
}
