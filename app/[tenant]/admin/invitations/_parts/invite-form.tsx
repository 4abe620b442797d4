'use client';

import type { InviteChoices } from '@/lib/admin/invitations/read-choices';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FieldError } from '@/lib/ui/form/field-error';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';
import { LetterFields } from './letter-fields';

interface InviteFormProps {
  action: FormAction<never>;
  choices: InviteChoices;
}

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** Asks whom to invite, and as what. */
export function InviteForm({ action, choices }: InviteFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const chosen = [values.groups ?? []].flat();
  return (
    <KitForm action={act}>
      <UnsentNotice unsent={unsent} title="Nobody was invited" />
      <FormFailure failure={failure} />
      <Panel>
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          <TextInput
            name="email"
            label="Email"
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={typed('email')}
            error={errors.email?.[0]}
          />
          <SelectInput
            name="role"
            label="Role"
            choices={choices.roles}
            defaultValue={typed('role') ?? choices.roles[0]?.id}
            error={errors.role?.[0]}
            help="Only roles whose rights you have yourself."
          />
          {choices.groups.length > 0 ? (
            <fieldset className="field">
              <legend className="field-label">Groups</legend>
              <div className="tick-list">
                {choices.groups.map(({ id, label }) => (
                  <CheckboxInput
                    key={id}
                    id={`group-${id}`}
                    name="groups"
                    value={id}
                    label={label}
                    defaultChecked={chosen.includes(id)}
                  />
                ))}
              </div>
              <FieldError id="groups">{errors.groups?.[0]}</FieldError>
            </fieldset>
          ) : null}
          <LetterFields
            days={typed('days')}
            message={typed('message')}
            errors={errors}
            submit="Send invitation"
          />
        </div>
      </Panel>
    </KitForm>
  );
}
