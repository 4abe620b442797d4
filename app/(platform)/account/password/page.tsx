import '@/app/person.css';
import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { rootAccountPage } from '@/lib/api/console-page';
import { PlaceLink } from '@/lib/ui/place-link';
import { AccountSubpage } from '../_parts/account-subpage';
import { changePassword } from '../actions';

export const metadata = { title: 'Your password', robots: { index: false } };

/** The person's password. Whoever borrows the browser does not know the present one. */
export default async function PasswordPage() {
  await rootAccountPage({ path: '/account/password' });
  const { present, newPassword } = accountFields;
  return (
    <AccountSubpage
      title="Your password"
      lead="You stay signed in here, and are signed out everywhere else. Programs have to sign in again."
    >
      <AccountForm
        action={changePassword}
        fields={[present, { ...newPassword, label: 'New password' }]}
        submit="Change the password"
        unsent="Not changed"
      />
      <p className="text-ink-2">
        Forgotten the present one?{' '}
        <PlaceLink className="link" href="/forgot">
          Ask for a link by mail
        </PlaceLink>
      </p>
    </AccountSubpage>
  );
}
