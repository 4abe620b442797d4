'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** One button, and why it did not work. */
export function AskForm({ action, again }: { action: FormAction<never>; again: boolean }) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  return (
    <KitForm action={act}>
      <UnsentNotice unsent={unsent} title="Not asked for" />
      {state && !state.ok ? (
        <Notice tone="bad" role="alert">
          {state.message}
        </Notice>
      ) : null}
      <div>
        <SubmitButton tone={again ? 'plain' : 'primary'}>
          {again ? 'Make a new copy' : 'Make a copy of my data'}
        </SubmitButton>
      </div>
    </KitForm>
  );
}
