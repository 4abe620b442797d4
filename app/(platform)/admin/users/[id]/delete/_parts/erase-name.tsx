import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { eraseNameOf } from '../actions';

/** The question before somebody's name and email are taken away for good. */
export function EraseName({ id, home }: { id: string; home: string }) {
  return (
    <KitForm action={eraseNameOf} hidden={{ id, confirmed: '1' }} className="record-form">
      <section className="record-main panel">
        <div className="dialog-words">
          The account is deleted already. Its name and email are replaced, also in posts, histories
          and audit logs as they are shown: “Former member”. It cannot come back, and its email is
          free for a new account. This cannot be undone.
        </div>
      </section>
      <div className="dialog-acts">
        <ButtonLink href={home} tone="plain">
          Cancel
        </ButtonLink>
        <SubmitButton tone="danger">Erase name and email</SubmitButton>
      </div>
    </KitForm>
  );
}
