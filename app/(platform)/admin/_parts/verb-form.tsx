'use client';

import { type ReactNode, useState } from 'react';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { DateTimeInput } from '@/lib/ui/form/date-time-input';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { useHydrated } from '@/lib/ui/use-hydrated';
import { LinkMade } from './link-made';

/** What a verb asks for before it is done. */
export interface VerbField {
  name: string;
  label: string;
  kind: 'text' | 'lines' | 'moment';
  help?: string;
  value?: string;
  optional?: boolean;
  mono?: boolean;
  /** The one word that may stand there: the button waits for it. */
  word?: string;
}

interface Answer {
  /** A link that is shown this once. */
  link: string;
}

type State = ActionState<Answer> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<Answer>>;

interface VerbFormProps {
  action: FormAction<Answer> | FormAction<never>;
  hidden: Record<string, string>;
  fields: VerbField[];
  /** Where one goes back to. */
  home: string;
  button: string;
  isDangerous?: boolean;
  children: ReactNode;
}

/** The form of one thing that is done to a tenant: what it does, what it asks for, the button. */
export function VerbForm(props: VerbFormProps) {
  const { action, hidden, fields, home, button, isDangerous, children } = props;
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const isReady = useHydrated();
  if (state?.ok && state.result) return <LinkMade link={state.result.link} home={home} />;
  const given = state && !state.ok ? state : null;
  const isHeld = fields.some(({ name, word }) => word && typed[name]?.trim() !== word);
  return (
    <KitForm action={act} hidden={hidden} className="record-form">
      <div className="record-faults">
        <UnsentNotice unsent={unsent} title="Nothing was changed" />
        <FormErrorSummary errors={given ? faultsOf(given, fields) : []} />
      </div>
      <section
        className="record-main panel"
        key={given ? JSON.stringify(given) : ''}
        onInput={(event) => {
          const { name, value } = event.target as HTMLInputElement;
          setTyped((before) => ({ ...before, [name]: value }));
        }}
      >
        <div className="dialog-words">{children}</div>
        {fields.map((field) => (
          <VerbInput
            key={field.name}
            field={field}
            error={given?.errors[field.name]?.join(' ')}
            value={textOf(given?.values[field.name]) ?? field.value}
          />
        ))}
      </section>
      <div className="dialog-acts">
        <ButtonLink href={home} tone="plain">
          Cancel
        </ButtonLink>
        <SubmitButton tone={isDangerous ? 'danger' : 'primary'} held={isReady && isHeld}>
          {button}
        </SubmitButton>
      </div>
    </KitForm>
  );
}

function VerbInput({ field, error, value }: { field: VerbField; error?: string; value?: string }) {
  const { name, label, help, optional, mono, kind } = field;
  const all = { name, label, help, optional, error, defaultValue: value };
  if (kind === 'lines') return <TextArea {...all} rows={2} maxLength={500} />;
  if (kind === 'moment') return <DateTimeInput {...all} zone="UTC" />;
  return <TextInput {...all} mono={mono} maxLength={254} autoComplete="off" spellCheck={false} />;
}

function faultsOf(state: ActionState & { ok: false }, fields: VerbField[]) {
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label;
  const faults = Object.entries(state.errors).flatMap(([name, texts]) =>
    texts.map((message) => ({ name, label: labelOf(name), message })),
  );
  return faults.length > 0 || !state.message ? faults : [{ message: state.message }];
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
