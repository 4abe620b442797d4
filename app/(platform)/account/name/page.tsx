import '@/app/person.css';
import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { rootAccountPage } from '@/lib/api/console-page';
import { AccountSubpage } from '../_parts/account-subpage';
import { changeName } from '../actions';

export const metadata = { title: 'Your name', robots: { index: false } };

/** What the person is called, on all sites. */
export default async function NamePage() {
  const { viewer } = await rootAccountPage({ path: '/account/name' });
  return (
    <AccountSubpage title="Your name" lead="People of your sites see it beside what you do.">
      <AccountForm
        action={changeName}
        fields={[{ ...accountFields.name, defaultValue: viewer.name }]}
        submit="Change the name"
        unsent="Not changed"
      />
    </AccountSubpage>
  );
}
