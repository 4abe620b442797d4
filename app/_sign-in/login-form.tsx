'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { unverifiedWords } from '@/lib/auth/unverified-words';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';
import { PlaceLink } from '@/lib/ui/place-link';
import { SendAgain } from './send-again';
import type { Told } from './told';

/** Email and password. Works without JavaScript; the answer then comes with the page. */
export function LoginForm({ action, again, next, error, notice }: LoginFormProps) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const message = failure ? (hasFieldErrors(errors) ? null : failure.message) : error;
  return (
    <>
      <UnsentNotice unsent={unsent} title="Not signed in" />
      {message ? (
        <Notice tone="bad" role="alert">
          {message}
        </Notice>
      ) : null}
      {message === unverifiedWords ? (
        <SendAgain action={again} email={textOf(values.email) ?? ''} />
      ) : null}
      {!failure && notice ? (
        <Notice tone="info" role="status">
          {notice}
        </Notice>
      ) : null}
      {/* The same form again after each answer: React empties fields it does not know to be filled. */}
      <KitForm action={act} hidden={next ? { next } : {}}>
        <TextInput
          name="email"
          label="Email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={textOf(values.email)}
          error={errors.email?.[0]}
          autoFocus={!failure}
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          error={errors.password?.[0]}
          aside={
            <PlaceLink className="link" href="/forgot">
              Forgotten?
            </PlaceLink>
          }
        />
        <CheckboxInput
          name="keep"
          label="Keep me signed in on this device"
          defaultChecked={!failure || values.keep !== undefined}
        />
        <SubmitButton block>Sign in</SubmitButton>
      </KitForm>
    </>
  );
}

interface LoginFormProps {
  action: FormAction<unknown>;
  /** Asks for the mail of an account that is not confirmed, once more. */
  again: FormAction<Told>;
  /** Where to go afterwards; checked on the server. */
  next: string;
  /** From next-auth's own endpoints, which send people here. */
  error?: string;
  notice?: string;
}

function hasFieldErrors(errors: Record<string, string[]>): boolean {
  return Object.keys(errors).length > 0;
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
