'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';

type State = ActionState<void> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<void>>;

/** Adds the account of an address to a group; what was typed survives a refusal. */
export function AddByEmail({ action, group }: { action: FormAction<void>; group: string }) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const typed = failure?.values.email;
  return (
    <Panel title="Add somebody">
      <KitForm action={act} hidden={{ group }}>
        <UnsentNotice unsent={unsent} title="Nobody was added" />
        <FormFailure failure={failure} fields={['email']} />
        <TextInput
          key={failure ? JSON.stringify(failure) : ''}
          name="email"
          type="email"
          label="Email"
          help="Of an account, whatever sites it belongs to."
          error={failure?.errors.email?.join(' ')}
          defaultValue={typeof typed === 'string' ? typed : ''}
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <SubmitButton>Add to the group</SubmitButton>
        </div>
      </KitForm>
    </Panel>
  );
}
