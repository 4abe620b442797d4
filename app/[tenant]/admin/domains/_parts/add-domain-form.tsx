'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** Takes one name; what was typed survives a refusal. */
export function AddDomainForm({ action }: { action: FormAction<never> }) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const error = failure?.errors.hostname?.join(' ');
  return (
    <KitForm action={act} className="form-stack">
      <UnsentNotice unsent={unsent} title="No domain was added" />
      {failure && !error ? (
        <Notice tone="bad" role="alert">
          <p>{failure.message}</p>
        </Notice>
      ) : null}
      <div className="domain-add" key={failure ? JSON.stringify(failure) : ''}>
        <TextInput
          name="hostname"
          label="Domain"
          help="One you have bought, or a name under it, as in blog.example.com."
          error={error}
          defaultValue={typeof failure?.values.hostname === 'string' ? failure.values.hostname : ''}
          autoComplete="off"
          spellCheck={false}
          mono
        />
        <SubmitButton>Add domain</SubmitButton>
      </div>
    </KitForm>
  );
}
