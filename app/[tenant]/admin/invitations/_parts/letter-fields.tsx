import { longestMessage, usualDays } from '@/lib/admin/invitations/wish';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { daysChoices } from './invite-words';

/** How each form of invitations ends: how long they are good for, a word for the mail, the buttons. */
export function LetterFields({ days, message, errors, submit, leave = 'Cancel' }: LetterProps) {
  return (
    <>
      <SelectInput
        name="days"
        label="Good for"
        choices={daysChoices}
        defaultValue={days ?? String(usualDays)}
        error={errors.days?.[0]}
      />
      <TextArea
        name="message"
        label="A word of your own"
        optional
        maxLength={longestMessage}
        defaultValue={message}
        error={errors.message?.[0]}
      />
      <div className="form-acts">
        <SubmitButton>{submit}</SubmitButton>
        <ButtonLink href="/admin/invitations" tone="quiet">
          {leave}
        </ButtonLink>
      </div>
    </>
  );
}

interface LetterProps {
  /** What was typed before, if anything. */
  days?: string;
  message?: string;
  errors: Record<string, string[]>;
  /** On the button that sends. */
  submit: string;
  /** On the link back to the list. */
  leave?: string;
}
