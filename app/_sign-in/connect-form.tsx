'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';

/** A yes to connecting an account elsewhere, with the password of one's account here. */
export function ConnectForm({ action, name }: ConnectFormProps) {
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
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          error={fault}
        />
        <SubmitButton block>Connect {name}</SubmitButton>
      </KitForm>
    </>
  );
}

interface ConnectFormProps {
  action: FormAction<unknown>;
  /** Of the provider. */
  name: string;
}
