'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import type { Choice } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** Asks whom to act as, why and for how long. What was typed survives a refusal. */
export function SupportForm({ action, tenant, people, minutes, grant, home }: SupportFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const textOf = (name: string) => String([values[name] ?? ''].flat()[0]);
  return (
    <KitForm action={act} className="settings-form" hidden={{ tenant }}>
      <UnsentNotice unsent={unsent} title="Nothing has begun" />
      <FormFailure failure={failure} />
      <Panel>
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          <SelectInput
            name="user"
            label="Act as"
            choices={people}
            empty="Choose a member"
            defaultValue={textOf('user')}
            error={errors.user?.[0]}
          />
          <TextArea
            name="reason"
            label="Why"
            help="The tenant reads it, in its audit log and in a mail to its owners. 10 to 500 characters."
            rows={2}
            maxLength={500}
            defaultValue={textOf('reason')}
            error={errors.reason?.[0]}
          />
          <SelectInput
            name="minutes"
            label="For at most"
            choices={minutes}
            defaultValue={textOf('minutes') || minutes[0]?.id}
            error={errors.minutes?.[0]}
          />
          {grant ? (
            <CheckboxInput
              name="write"
              label="Change things, too"
              help={`Granted until ${grant}. Without it you look only.`}
              defaultChecked={values.write !== undefined}
              error={errors.write?.[0]}
            />
          ) : (
            <p className="field-help">
              {errors.write?.[0] ??
                'You will look only: this tenant has not granted that support may change things.'}
            </p>
          )}
          <div className="form-acts">
            <SubmitButton>Begin</SubmitButton>
            <ButtonLink href={home} tone="plain">
              Cancel
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </KitForm>
  );
}

interface SupportFormProps {
  action: FormAction<never>;
  /** Its id. */
  tenant: string;
  people: Choice[];
  minutes: Choice[];
  /** Until when changes are granted, in words; null where they are not. */
  grant: string | null;
  /** Where one goes back to. */
  home: string;
}
