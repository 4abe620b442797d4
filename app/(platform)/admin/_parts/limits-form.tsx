'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import type { LimitField } from './limit-fields';

type State = ActionState<void> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<void>>;

/** Limits to be typed; what was typed survives a refusal. */
export function LimitsForm({ action, fields, hidden, submit }: LimitsFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const faults = Object.entries(failure?.errors ?? {}).flatMap(([name, [message]]) => {
    const label = fields.find((field) => field.name === name)?.label;
    return message ? [{ name, label, message }] : [];
  });
  const errors =
    faults.length === 0 && failure ? [{ message: failure.message ?? 'Not saved.' }] : faults;
  const was = fields.map(({ name, value }) => [`was.${name}`, value] as const);
  return (
    <KitForm action={act} hidden={{ ...hidden, ...Object.fromEntries(was) }}>
      <UnsavedGuard />
      <UnsentNotice unsent={unsent} title="Nothing was saved" />
      <FormErrorSummary errors={errors} />
      <div
        className="form-stack"
        key={failure ? JSON.stringify(failure) : fields.map(({ value }) => value).join()}
      >
        {fields.map(({ name, label, value, help, placeholder, choices }) => {
          const typed = failure?.values[name];
          const props = {
            ...{ name, label, help },
            error: failure?.errors[name]?.join(' '),
            defaultValue: typeof typed === 'string' ? typed : value,
          };
          return choices ? (
            <SelectInput key={name} {...props} {...choices} />
          ) : (
            <TextInput
              key={name}
              {...props}
              placeholder={placeholder}
              autoComplete="off"
              maxLength={40}
            />
          );
        })}
      </div>
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </KitForm>
  );
}

interface LimitsFormProps {
  action: FormAction<void>;
  fields: LimitField[];
  hidden: Record<string, string>;
  submit: string;
}
