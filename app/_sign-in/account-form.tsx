'use client';

import { SlugProposal } from '@/app/_screens/slug-proposal';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';
import type { AccountField } from './account-field';
import type { Told } from './told';
import { ToldNotice } from './told-notice';

type State = ActionState<Told> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<Told>>;

/**
 * A short form about an account. Works without JavaScript; what was typed survives a refusal, but for
 * passwords. What its action tells takes the form's place.
 */
export function AccountForm({
  action,
  fields,
  submit,
  tone,
  hidden,
  slug,
  unsent: title,
}: FormProps) {
  const { state, act, unsent } = useFormAction<State>(action as unknown as Stateful, null);
  if (state?.ok) return <ToldNotice {...state.result} />;
  const { errors = {}, values = {}, message } = state ?? {};
  const isNamed = fields.some(({ name }) => errors[name]);
  return (
    <>
      <UnsentNotice unsent={unsent} title={title} />
      {state && !isNamed ? (
        <Notice tone="bad" role="alert">
          {message}
        </Notice>
      ) : null}
      <KitForm id="account-form" action={act} hidden={hidden}>
        {fields.map((field) => (
          <AccountInput
            // Inputs take new defaults only when they are made anew.
            key={`${field.name} ${state ? JSON.stringify(state) : ''}`}
            field={field}
            error={errors[field.name]?.[0]}
            typed={values[field.name]}
          />
        ))}
        <SubmitButton block tone={tone}>
          {submit}
        </SubmitButton>
      </KitForm>
      {slug ? <SlugProposal form="account-form" {...slug} /> : null}
    </>
  );
}

interface FormProps {
  action: FormAction<Told>;
  fields: AccountField[];
  /** Words of the button. */
  submit: string;
  tone?: 'primary' | 'plain';
  hidden?: Record<string, string>;
  /** A field that is proposed from another one. */
  slug?: { field: string; from: string };
  /** Heading of what is said when it could not be sent. */
  unsent: string;
}

interface InputProps {
  field: AccountField;
  error?: string;
  typed?: string | string[];
}

function AccountInput({ field, error, typed }: InputProps) {
  if (field.kind === 'password') return <PasswordInput {...field} error={error} />;
  const { kind, ...props } = field;
  const defaultValue = typeof typed === 'string' ? typed : props.defaultValue;
  return (
    <TextInput
      {...props}
      type={kind}
      error={error}
      defaultValue={defaultValue}
      spellCheck={kind === 'email' || props.mono ? false : undefined}
    />
  );
}
