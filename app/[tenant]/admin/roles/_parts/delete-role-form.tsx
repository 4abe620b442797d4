'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { formatCount } from '@/lib/ui/format-count';
import type { Choice } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

interface DeleteProps {
  action: FormAction<never>;
  role: { id: string; name: string; people: number };
  heirs: Choice[];
}

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** Asks what those get who have a role that is to be deleted. */
export function DeleteRoleForm({ action, role, heirs }: DeleteProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const error = failure?.errors.heir?.[0];
  const people = formatCount(role.people, { one: 'person has', other: 'people have' });
  return (
    <KitForm action={act} className="settings-form" hidden={{ id: role.id }}>
      <UnsentNotice unsent={unsent} title="Not deleted" />
      <FormFailure failure={failure} fields={['heir']} />
      <Panel>
        <div className="form-stack">
          {role.people === 0 ? (
            <p>Nobody has this role. Nobody can undo this.</p>
          ) : (
            <SelectInput
              name="heir"
              label={`${people} it, and will get`}
              choices={heirs}
              defaultValue={String(failure?.values.heir ?? 'member')}
              error={error}
              help="Who may do less than before is signed out."
            />
          )}
          <div className="form-acts">
            <SubmitButton tone="danger">Delete role</SubmitButton>
            <ButtonLink href={`/admin/roles/${role.id}`} tone="plain">
              Keep role
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </KitForm>
  );
}
