'use client';

import type { MemberView } from '@/lib/admin/members/read-member';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FieldError } from '@/lib/ui/form/field-error';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import { Panel } from '@/lib/ui/list/panel';

interface MemberFormProps {
  action: FormAction<never>;
  member: Pick<MemberView, 'id' | 'role' | 'roles' | 'isSuperuser' | 'groups'>;
  /** What of it may be changed. */
  parts: { role: boolean; superuser: boolean; groups: boolean };
}

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** What a member is: role, superuser's rights, groups. Only what may be changed is there. */
export function MemberForm({ action, member, parts }: MemberFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values } = failure ?? {};
  const chosen = values ? [values.groups ?? []].flat() : null;
  const shown = Object.entries(parts).flatMap(([name, isThere]) => (isThere ? [name] : []));
  return (
    <KitForm action={act} hidden={{ id: member.id, shown: shown.join(' ') }}>
      <UnsavedGuard />
      <UnsentNotice unsent={unsent} />
      <FormFailure failure={failure} fields={['role', 'isSuperuser', 'groups']} />
      <Panel title="Role and groups">
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          {parts.role ? (
            <SelectInput
              name="role"
              label="Role"
              choices={member.roles}
              defaultValue={String(values?.role ?? member.role.value)}
              error={errors.role?.[0]}
              help="Who may do less than before is signed out here."
            />
          ) : null}
          {parts.superuser ? (
            <CheckboxInput
              name="isSuperuser"
              label="May do everything, whatever the role"
              defaultChecked={values ? values.isSuperuser !== undefined : member.isSuperuser}
              error={errors.isSuperuser?.[0]}
            />
          ) : null}
          {parts.groups ? (
            <fieldset className="field">
              <legend className="field-label">Groups</legend>
              <div className="tick-list">
                {member.groups.map(({ id, name, isIn }) => (
                  <CheckboxInput
                    key={id}
                    id={`group-${id}`}
                    name="groups"
                    value={id}
                    label={name}
                    defaultChecked={chosen ? chosen.includes(id) : isIn}
                  />
                ))}
              </div>
              <FieldError id="groups">{errors.groups?.[0]}</FieldError>
            </fieldset>
          ) : null}
          <div className="form-acts">
            <SubmitButton>Save</SubmitButton>
          </div>
        </div>
      </Panel>
    </KitForm>
  );
}
