'use client';

import { type ReactNode, useActionState, useMemo } from 'react';
import type { ActionState } from '@/lib/api/action-state';
import type { FormValues } from '@/lib/api/form-object';
import { ConflictNotice } from '@/lib/ui/form/conflict-notice';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { FormField } from '@/lib/ui/form/form-field';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SaveBar } from '@/lib/ui/form/save-bar';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import type { PlainField } from './field-specs';
import { refilled } from './refilled';
import type { FormFault, FormState, ScreenActions } from './screen-types';
import { SlugProposal } from './slug-proposal';

interface RecordFormProps {
  action: ScreenActions['save'];
  findChoices: ScreenActions['choices'];
  preview?: (text: string) => Promise<ReactNode>;
  main: PlainField[];
  /** Beside the main fields, where there is a long text. */
  aside: PlainField[];
  resource: string;
  slug: { field: string; from: string } | null;
  /** What is stored, as the form would post it. */
  stored: FormValues;
  base: string;
  record: { id: string; version: string } | null;
  /** Names this drawing of the form: sent twice, it makes one record. */
  once: string;
}

type State = ActionState<FormState> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<FormState>>;

/** The form of a record. What was typed survives a refusal, an edit conflict and a sign-out. */
export function RecordForm(props: RecordFormProps) {
  const { action, main, aside, resource, stored, base, record, once } = props;
  const [state, act] = useActionState<State, FormData>(action as Stateful, null);
  const refusal = useMemo(() => refusalOf(state), [state]);
  const errors = refusal?.errors ?? noErrors;
  const names = [...main, ...aside].map(({ name }) => name);
  const here = record ? `${base}/${record.id}` : `${base}/new`;
  const draw = (field: PlainField) => (
    <FormField key={field.name} field={withParts(refilled(field, refusal), props)} />
  );
  return (
    <KitForm
      id="record-form"
      action={act}
      className={aside.length > 0 ? 'record-form wide' : 'record-form'}
      hidden={{
        _resource: resource,
        _fields: names.join(' '),
        ...(record ? { _id: record.id, _version: record.version } : { _once: once }),
        ...seenTimes([...main, ...aside], stored),
      }}
    >
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="_intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <UnsavedGuard />
      <div className="record-faults">
        <FormErrorSummary errors={errors} />
        {refusal?.conflict ? (
          <ConflictNotice
            {...refusal.conflict}
            reloadHref={here}
            compareHref={`${here}/history`}
            keepMine={{ name: '_keep', value: refusal.conflict.version }}
          />
        ) : null}
      </div>
      <div key={refusal?.attempt} className="record-columns">
        <div className="record-main panel">{main.map(draw)}</div>
        {aside.length > 0 ? <div className="record-aside panel">{aside.map(draw)}</div> : null}
        {props.slug ? <SlugProposal {...props.slug} /> : null}
      </div>
      <SaveBar
        always={record === null || refusal !== null}
        stored={stored}
        discardHref={record ? here : base}
        buttons={buttons}
      />
    </KitForm>
  );
}

const noErrors: FormFault[] = [];

const buttons = [
  { name: '_intent', value: 'save', label: 'Save' },
  { name: '_intent', value: 'continue', label: 'Save and continue' },
  { name: '_intent', value: 'another', label: 'Save and add another' },
];

/** Inputs know no seconds: a time that comes back as it was shown must not lose them. */
function seenTimes(fields: PlainField[], stored: FormValues): Record<string, string> {
  const times = fields.filter(({ kind }) => kind === 'datetime');
  return Object.fromEntries(times.map(({ name }) => [`_seen.${name}`, String(stored[name] ?? '')]));
}

/** What the last save was refused for, whichever way it was. */
function refusalOf(state: State): FormState | null {
  if (state === null) return null;
  if (state.ok) return state.result;
  const { message = 'This could not be saved.', values, errors } = state;
  const faults = Object.entries(errors).map(([name, [first = '']]) => ({ name, message: first }));
  return {
    attempt: JSON.stringify(state).length.toString(),
    typed: values,
    errors: faults.length > 0 ? faults : [{ message }],
  };
}

/** Adds what only scripts can do: searching in relations, drawing a preview. */
function withParts(
  field: PlainField,
  { findChoices, preview, resource }: RecordFormProps,
): PlainField {
  if (field.kind === 'markdown') return { ...field, preview };
  if (field.kind !== 'relation' && field.kind !== 'relations') return field;
  return { ...field, search: (text) => findChoices({ resource, field: field.name, text }) };
}
