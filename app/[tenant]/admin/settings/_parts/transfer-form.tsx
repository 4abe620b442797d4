'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import type { Choice } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** Asks who gets the site, and for the owner's password. */
export function TransferForm({ action, heirs }: { action: FormAction<never>; heirs: Choice[] }) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const textOf = (name: string) => String([values[name] ?? ''].flat()[0]);
  return (
    <KitForm action={act} className="settings-form">
      <UnsentNotice unsent={unsent} title="The site is still yours" />
      <FormFailure failure={failure} fields={['toEmail', 'password']} />
      <Panel>
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          <p>
            They own the site from then on and may do everything. If you are in a group you stay, as
            an admin; otherwise you leave. You are signed out here, and both of you get a mail.
          </p>
          {heirs.length > 0 ? (
            <SelectInput
              name="member"
              label="New owner"
              choices={heirs}
              empty="Somebody else"
              defaultValue={textOf('member')}
              error={textOf('member') ? errors.toEmail?.[0] : undefined}
            />
          ) : null}
          <TextInput
            name="email"
            type="email"
            label={heirs.length > 0 ? 'Somebody else’s email' : 'New owner’s email'}
            help="Somebody with an account. They become a member."
            optional={heirs.length > 0}
            autoComplete="off"
            defaultValue={textOf('email')}
            error={textOf('member') ? undefined : errors.toEmail?.[0]}
          />
          <CheckboxInput
            name="leave"
            label="Leave the site, even if I am in a group"
            defaultChecked={values.leave !== undefined}
          />
          <PasswordInput
            name="password"
            label="Your password"
            autoComplete="current-password"
            error={errors.password?.[0]}
          />
          <div className="form-acts">
            <SubmitButton tone="danger">Give the site away</SubmitButton>
            <ButtonLink href="/admin/settings" tone="plain">
              Keep it
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </KitForm>
  );
}
