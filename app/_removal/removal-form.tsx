'use client';

import type { ReactNode } from 'react';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import type { OwnedSite } from '@/lib/removal/removal-plan';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { CheckboxInput } from '@/lib/ui/form/checkbox-input';
import { FieldError } from '@/lib/ui/form/field-error';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

interface RemovalFormProps {
  action: FormAction<never>;
  hidden?: Record<string, string>;
  /** Each has to be ticked. */
  sites: OwnedSite[];
  /** What has to be typed. */
  word: string;
  /** Asked for besides: the person's own password, or an operator's reason. */
  asks: 'password' | 'reason';
  button: string;
  /** Where one goes back to. */
  home: string;
}

/** Asks for every site that goes along, for a word typed by hand, and who it is or why. */
export function RemovalForm(props: RemovalFormProps) {
  const { action, hidden, sites, word, asks, button, home } = props;
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const textOf = (name: string) => String([values[name] ?? ''].flat()[0]);
  return (
    <KitForm action={act} hidden={hidden}>
      <UnsentNotice unsent={unsent} title="Nothing was deleted" />
      <FormFailure failure={failure} />
      <Panel title="Confirm">
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          {sites.length > 0 ? (
            <SiteTicks
              sites={sites}
              ticked={[values.sites ?? []].flat()}
              error={errors.sites?.[0]}
            />
          ) : null}
          <CheckboxInput
            name="erase"
            label={
              asks === 'password'
                ? 'Erase my name and email as well'
                : 'Erase name and email as well'
            }
            help="Posts and histories show “Former member” from then on. This cannot be undone, and the account cannot come back."
            defaultChecked={values.erase !== undefined}
          />
          {asks === 'password' ? (
            <PasswordInput
              name="password"
              label="Password"
              autoComplete="current-password"
              error={errors.password?.[0]}
            />
          ) : (
            <TextArea
              name="reason"
              label="Why"
              help="The audit log keeps it."
              rows={2}
              maxLength={500}
              defaultValue={textOf('reason')}
              error={errors.reason?.[0]}
            />
          )}
          <TextInput
            name="word"
            label={`Type ${word} to confirm`}
            mono
            autoComplete="off"
            spellCheck={false}
            maxLength={254}
            defaultValue={textOf('word')}
            error={errors.word?.[0]}
          />
          <Acts home={home}>{button}</Acts>
        </div>
      </Panel>
    </KitForm>
  );
}

function SiteTicks(props: { sites: OwnedSite[]; ticked: string[]; error?: string }) {
  const { sites, ticked, error } = props;
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? 'field-sites-error' : undefined}>
      <legend className="mb-1 font-medium">Sites that are deleted with the account</legend>
      {sites.map(({ id, name, slug }) => (
        <CheckboxInput
          key={id}
          id={`field-sites-${id}`}
          name="sites"
          value={id}
          label={`Delete ${name} (${slug})`}
          defaultChecked={ticked.includes(id)}
        />
      ))}
      <FieldError id="field-sites">{error}</FieldError>
    </fieldset>
  );
}

function Acts({ home, children }: { home: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton tone="danger">{children}</SubmitButton>
      <ButtonLink href={home} tone="plain">
        Keep the account
      </ButtonLink>
    </div>
  );
}
