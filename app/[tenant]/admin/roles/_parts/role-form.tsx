'use client';

import type { ReactNode } from 'react';
import type { RightsArea } from '@/lib/admin/rights/permission-catalogue';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FieldError } from '@/lib/ui/form/field-error';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import { Panel } from '@/lib/ui/list/panel';
import { RightsTable } from './rights-table';

interface RoleFormProps {
  action: FormAction<never>;
  areas: RightsArea[];
  /** Rights of whoever makes the role. */
  mine: string[];
  /** Null for a new one. */
  stored: { id: string; name: string; description: string; permissions: string[] } | null;
  /** What else can be done with it. */
  acts?: ReactNode;
}

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** A role of one's own: its name, and a box for each right. What was typed survives a refusal. */
export function RoleForm({ action, areas, mine, stored, acts }: RoleFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values } = failure ?? {};
  const textOf = (name: 'name' | 'description') =>
    values ? String([values[name] ?? ''].flat()[0]) : (stored?.[name] ?? '');
  const granted = values ? [values.permissions ?? []].flat() : (stored?.permissions ?? []);
  const fault = errors.permissions?.[0];
  return (
    <KitForm action={act} className="settings-form" hidden={stored ? { id: stored.id } : {}}>
      <UnsavedGuard />
      <UnsentNotice unsent={unsent} />
      <FormFailure failure={failure} fields={['name', 'description', 'permissions']} />
      <div className="settings-groups" key={failure ? JSON.stringify(failure) : ''}>
        <Panel>
          <div className="form-stack">
            <TextInput
              {...{ name: 'name', label: 'Name', maxLength: 60, autoComplete: 'off' }}
              defaultValue={textOf('name')}
              error={errors.name?.[0]}
            />
            <TextArea
              {...{ name: 'description', label: 'What it is for', optional: true, rows: 2 }}
              maxLength={300}
              defaultValue={textOf('description')}
              error={errors.description?.[0]}
            />
          </div>
        </Panel>
        <Panel title="May">
          <p className="field-help mb-3">
            Whoever may do anything may enter the admin, and sees what they may change. You can give
            what you have yourself.
          </p>
          <FieldError id="permissions">{fault}</FieldError>
          <RightsTable areas={areas} granted={granted} mine={mine} />
        </Panel>
        <div className="form-acts">
          <SubmitButton>{stored ? 'Save role' : 'Make role'}</SubmitButton>
          {acts}
        </div>
      </div>
    </KitForm>
  );
}
