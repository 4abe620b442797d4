import type { FormAction } from '@/lib/api/action-state';
import type { Link } from '@/lib/auth/links/read-link';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { AuthHead } from '@/lib/ui/shell/auth-head';

interface ChangeQuestionProps {
  action: FormAction<unknown>;
  token: string;
  link: Link;
}

/** Asks one of the two addresses whether the account may move. */
export function ChangeQuestion({ action, token, link }: ChangeQuestionProps) {
  const { from, to } = link.payload;
  const isOld = link.purpose === 'change-email-old';
  return (
    <>
      <AuthHead title={isOld ? 'May the account move?' : 'Confirm your new email'}>
        The account of <b>{from}</b> is to have the email <b>{to}</b>. Both addresses are asked, and
        nothing changes before both have said yes.
      </AuthHead>
      <KitForm action={action} hidden={{ token }}>
        <SubmitButton block name="answer" value="yes">
          {isOld ? 'Approve the change' : 'Confirm this email'}
        </SubmitButton>
        <SubmitButton block tone="plain" name="answer" value="no">
          Stop it, nothing changes
        </SubmitButton>
      </KitForm>
    </>
  );
}
