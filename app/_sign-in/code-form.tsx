'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';
import { PlaceLink } from '@/lib/ui/place-link';

/** The second step of signing in: a code of the app, or a recovery code. Works without JavaScript. */
export function CodeForm({ action, next, withRecovery }: CodeFormProps) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  const error = failure?.errors.code?.[0];
  const query = next ? `&next=${encodeURIComponent(next)}` : '';
  return (
    <>
      <UnsentNotice unsent={unsent} title="Not signed in" />
      {failure && !error ? (
        <Notice tone="bad" role="alert">
          {failure.message}
        </Notice>
      ) : null}
      <KitForm action={act} hidden={next ? { next } : {}}>
        {withRecovery ? (
          <TextInput
            key="recovery"
            name="code"
            label="Recovery code"
            help="One of the ten you kept, as in 7k2mq-x0wd9. Each is good once."
            autoComplete="off"
            spellCheck={false}
            mono
            error={error}
            autoFocus
          />
        ) : (
          <TextInput
            key="app"
            name="code"
            label="Code from your app"
            help="Six digits, new every 30 seconds."
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            mono
            error={error}
            autoFocus
          />
        )}
        <SubmitButton block>Sign in</SubmitButton>
      </KitForm>
      <p className="grid justify-items-start gap-1">
        <PlaceLink
          className="link"
          href={`/login/code?with=${withRecovery ? 'app' : 'recovery'}${query}`}
        >
          {withRecovery ? 'Use a code from your app' : 'Use a recovery code'}
        </PlaceLink>
        <PlaceLink
          className="link"
          href={next ? `/login?next=${encodeURIComponent(next)}` : '/login'}
        >
          Start again
        </PlaceLink>
      </p>
    </>
  );
}

interface CodeFormProps {
  action: FormAction<unknown>;
  /** Where to go afterwards; checked on the server. */
  next: string;
  /** Asks for a recovery code instead. */
  withRecovery: boolean;
}
