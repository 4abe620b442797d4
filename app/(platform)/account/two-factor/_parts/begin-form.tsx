'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';

/** The password, before two-factor is set up. */
export function BeginForm({ action }: { action: FormAction<unknown> }) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  return (
    <>
      <UnsentNotice unsent={unsent} title="Nothing was changed" />
      <FormFailure failure={failure} spaced />
      <KitForm action={act}>
        <PasswordInput
          name="password"
          label="Your password"
          autoComplete="current-password"
          error={failure?.errors.password?.[0]}
        />
        <div>
          <SubmitButton>Set it up</SubmitButton>
        </div>
      </KitForm>
    </>
  );
}
