import '@/app/person.css';
import { accountFields } from '@/app/_sign-in/account-field';
import { AccountForm } from '@/app/_sign-in/account-form';
import { rootAccountPage } from '@/lib/api/console-page';
import { type EmailChange, findEmailChange } from '@/lib/auth/accounts/email-change';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';
import { AccountSubpage } from '../_parts/account-subpage';
import { changeEmail, stopChange } from '../actions';

export const metadata = { title: 'Your email', robots: { index: false } };

/** The email of the account: it moves when the old and the new address have both confirmed it. */
export default async function EmailPage() {
  const { viewer } = await rootAccountPage({ path: '/account/email' });
  const change = await findEmailChange(viewer.sessionId);
  const { present, email } = accountFields;
  return (
    <AccountSubpage
      title="Your email"
      lead={`You sign in with ${viewer.email}. We ask both addresses before it changes.`}
    >
      {change ? <Waiting change={change} /> : null}
      <AccountForm
        action={changeEmail}
        fields={[{ ...email, label: 'New email', autoComplete: 'email' }, present]}
        submit="Ask both addresses"
        unsent="Not changed"
      />
    </AccountSubpage>
  );
}

function Waiting({ change }: { change: EmailChange }) {
  const { email, oldSaidYes, newSaidYes } = change;
  const missing = [
    ...(oldSaidYes ? [] : ['the present one']),
    ...(newSaidYes ? [] : ['the new one']),
  ];
  return (
    <>
      <Notice tone="wait" title={`Moving to ${email}`}>
        Not confirmed yet by {missing.join(' and ')}. The links are in the mails, for 24 hours.
      </Notice>
      <KitForm action={stopChange}>
        <SubmitButton tone="plain" block>
          Keep the present email
        </SubmitButton>
      </KitForm>
    </>
  );
}
