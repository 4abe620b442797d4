'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';

/** A yes to connecting an account elsewhere, with the password of who is not signed in. */
export function ConnectForm({ action, name, asksPassword }: ConnectFormProps) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  const fault = failure?.errors.password?.[0];
  return (
    <>
      <UnsentNotice unsent={unsent} title="Not connected" />
      {failure && !fault ? (
        <Notice tone="bad" role="alert">
          {failure.message}
        </Notice>
      ) : null}
      <KitForm action={act}>
        {asksPassword ? (
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            error={fault}
          />
        ) : null}
        <SubmitButton block>Connect {name}</SubmitButton>
      </KitForm>
    </>
  );
}

interface ConnectFormProps {
  action: FormAction<unknown>;
  /** Of the provider. */
  name: string;
  asksPassword: boolean;
}
