'use client';

import type { InviteChoices } from '@/lib/admin/invitations/read-choices';
import { longestMessage, usualDays } from '@/lib/admin/invitations/wish';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FieldError } from '@/lib/ui/form/field-error';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { daysChoices } from './invite-words';

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
      {failure && Object.keys(errors).length === 0 ? (
        <Notice tone="bad" role="alert">
          {failure.message}
        </Notice>
      ) : null}
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
          <SelectInput
            name="days"
            label="Good for"
            choices={daysChoices}
            defaultValue={typed('days') ?? String(usualDays)}
            error={errors.days?.[0]}
          />
          <TextArea
            name="message"
            label="A word of your own"
            optional
            maxLength={longestMessage}
            defaultValue={typed('message')}
            error={errors.message?.[0]}
          />
          <div className="form-acts">
            <SubmitButton>Send invitation</SubmitButton>
            <ButtonLink href="/admin/invitations" tone="quiet">
              Cancel
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </KitForm>
  );
}
