'use client';

import { useMemo, useState } from 'react';
import type { ActionState } from '@/lib/api/action-state';
import type { FormValues } from '@/lib/api/form-object';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SaveBar } from '@/lib/ui/form/save-bar';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import type { PlainField } from './field-specs';
import { RecordFields } from './record-fields';
import { refusalOf } from './refusal-of';
import { SaveFaults } from './save-faults';
import type { FormState, ScreenActions } from './screen-types';
import { SlugProposal } from './slug-proposal';
import { useMetChoices } from './use-met-choices';
import type { CreatorProps } from './with-creator';

interface RecordFormProps extends CreatorProps {
  action: ScreenActions['save'];
  main: PlainField[];
  /** Beside the main fields, where there is a long text. */
  aside: PlainField[];
  slug: { field: string; from: string } | null;
  /** What is stored, as the form would post it. */
  stored: FormValues;
  base: string;
  /** More records can be made by this form. */
  canAdd: boolean;
  record: { id: string; version: string } | null;
  /** Names this drawing of the form: sent twice, it makes one record. */
  once: string;
}

type State = ActionState<FormState> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<FormState>>;

/** The form of a record. What was typed survives a refusal, an edit conflict and a sign-out. */
export function RecordForm(props: RecordFormProps) {
  const { action, main, aside, resource, stored, base, record, once } = props;
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const choices = useMetChoices();
  const refusal = useMemo(() => refusalOf(state), [state]);
  // What the person saw: a redraw may bring a newer version, but not into what they typed.
  const [version] = useState(record?.version ?? '');
  const names = [...main, ...aside].map(({ name }) => name);
  const here = record ? `${base}/${record.id}` : `${base}/new`;
  const draw = (fields: PlainField[]) => (
    <RecordFields {...{ ...props, fields, refusal, choices }} />
  );
  return (
    <KitForm
      id="record-form"
      action={act}
      className={aside.length > 0 ? 'record-form wide' : 'record-form'}
      hidden={{
        _resource: resource,
        _fields: names.join(' '),
        ...(record ? { _id: record.id, _version: refusal?.seen || version } : { _once: once }),
        ...seenTimes([...main, ...aside], stored),
      }}
    >
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="_intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
      <UnsavedGuard />
      <div className="record-faults">
        <SaveFaults {...{ unsent, refusal, here }} />
      </div>
      <div key={refusal?.attempt} className="record-columns">
        <div className="record-main panel">{draw(main)}</div>
        {aside.length > 0 ? <div className="record-aside panel">{draw(aside)}</div> : null}
        {props.slug ? <SlugProposal form="record-form" {...props.slug} /> : null}
      </div>
      <SaveBar
        always={record === null || refusal !== null}
        stored={stored}
        discardHref={record ? here : base}
        buttons={props.canAdd ? buttons : buttons.slice(0, 2)}
      />
    </KitForm>
  );
}

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
