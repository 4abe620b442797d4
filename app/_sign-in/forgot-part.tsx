import type { FormAction } from '@/lib/api/action-state';
import { PlaceLink } from '@/lib/ui/place-link';
import { AuthHead } from '@/lib/ui/shell/auth-head';
import { accountFields } from './account-field';
import { AccountForm } from './account-form';
import type { Told } from './told';

/** Asking for a new password, on whichever host. */
export function ForgotPart({ action }: { action: FormAction<Told> }) {
  return (
    <>
      <AuthHead title="Forgotten your password?">
        We send you a link with which you choose a new one.
      </AuthHead>
      <AccountForm
        action={action}
        fields={[{ ...accountFields.email, autoFocus: true }]}
        submit="Send the link"
        unsent="Not sent"
      />
      <p className="text-ink-2">
        <PlaceLink className="link" href="/login">
          Back to signing in
        </PlaceLink>
      </p>
    </>
  );
}
