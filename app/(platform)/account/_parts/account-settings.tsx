import type { EmailChange } from '@/lib/auth/accounts/email-change';
import type { OwnTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import type { Viewer } from '@/lib/auth/viewer';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { ButtonLink } from '@/lib/ui/shell/button-link';

interface AccountSettingsProps {
  viewer: Viewer;
  twoFactor: OwnTwoFactor;
  /** A change of email that waits. */
  change: EmailChange | null;
}

/** What belongs to the person on all sites, each with the page where it is changed. */
export function AccountSettings({ viewer, twoFactor, change }: AccountSettingsProps) {
  const rows = [
    { id: 'name', title: 'Name', note: viewer.name },
    { id: 'email', title: 'Email', note: emailNote(viewer, change) },
    { id: 'password', title: 'Password', note: 'Changing it signs you out everywhere else.' },
    { id: 'two-factor', title: 'Two-factor', note: twoFactorNote(twoFactor) },
  ];
  return (
    <Panel title="You, on all sites" flush>
      <RowList
        rows={rows.map((row) => ({
          ...row,
          act: (
            <ButtonLink href={`/account/${row.id}`} small>
              Change<span className="sr-only"> {row.title.toLowerCase()}</span>
            </ButtonLink>
          ),
        }))}
      />
    </Panel>
  );
}

function emailNote({ email }: Viewer, change: EmailChange | null): string {
  return change ? `${email}, moving to ${change.email} once both have confirmed` : email;
}

function twoFactorNote({ since, codesLeft }: OwnTwoFactor): string {
  if (!since) return 'Off. A code after the password keeps out who only knows that.';
  return `On, ${codesLeft} recovery ${codesLeft === 1 ? 'code' : 'codes'} left.`;
}
