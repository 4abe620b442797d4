'use client';

import { type ReactNode, useMemo, useState } from 'react';
import type { ActionState } from '@/lib/api/action-state';
import type { FormValues } from '@/lib/api/form-object';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { ConflictNotice } from '@/lib/ui/form/conflict-notice';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { FormField } from '@/lib/ui/form/form-field';
import { KitForm } from '@/lib/ui/form/kit-form';
import type { CreatorParts } from '@/lib/ui/form/relation-creator';
import { SaveBar } from '@/lib/ui/form/save-bar';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import type { Choice } from '@/lib/ui/kit-types';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import type { PlainField } from './field-specs';
import { refilled } from './refilled';
import { refusalOf } from './refusal-of';
import { RelatedRecord } from './related-record';
import type { FormFault, FormState, RelatedActions, ScreenActions } from './screen-types';
import { SlugProposal } from './slug-proposal';
import { useMetChoices } from './use-met-choices';
import { withSearch } from './with-search';

interface RecordFormProps {
  action: ScreenActions['save'];
  findChoices: ScreenActions['choices'];
  related?: RelatedActions;
  preview?: (text: string) => Promise<ReactNode>;
  /** Relation fields whose records may be made in passing, with what one is called. */
  creatable: Record<string, string>;
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

type Meet = (choices: Choice[]) => void;

type State = ActionState<FormState> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<FormState>>;

/** The form of a record. What was typed survives a refusal, an edit conflict and a sign-out. */
export function RecordForm(props: RecordFormProps) {
  const { action, main, aside, resource, stored, base, record, once } = props;
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const { met, meet } = useMetChoices();
  const refusal = useMemo(() => refusalOf(state), [state]);
  const errors = refusal?.errors ?? noErrors;
  // What the person saw: a redraw may bring a newer version, but not into what they typed.
  const [version] = useState(record?.version ?? '');
  const names = [...main, ...aside].map(({ name }) => name);
  const here = record ? `${base}/${record.id}` : `${base}/new`;
  const complete = (field: PlainField) =>
    withCreator(withSearch(field, { ...props, meet }), props, meet);
  const draw = (field: PlainField) => (
    <FormField key={field.name} field={complete(refilled(field, refusal, met.values()))} />
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
        <UnsentNotice unsent={unsent} />
        <FormErrorSummary errors={errors} />
        {refusal?.conflict ? (
          <TakesFocus on={refusal}>
            <ConflictNotice
              {...refusal.conflict}
              reloadHref={here}
              compareHref={`${here}/history`}
              keepMine={{ name: '_keep', value: refusal.conflict.version }}
            />
          </TakesFocus>
        ) : null}
      </div>
      <div key={refusal?.attempt} className="record-columns">
        <div className="record-main panel">{main.map(draw)}</div>
        {aside.length > 0 ? <div className="record-aside panel">{aside.map(draw)}</div> : null}
        {props.slug ? <SlugProposal form="record-form" {...props.slug} /> : null}
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

/** A relation field whose records this person may make gets the drawer for it. */
function withCreator(field: PlainField, props: RecordFormProps, meet: Meet): PlainField {
  const noun = props.creatable[field.name];
  const { related, resource, findChoices, preview } = props;
  if (!related || !noun || (field.kind !== 'relation' && field.kind !== 'relations')) return field;
  const draw = ({ text, onMade }: CreatorParts) => (
    <RelatedRecord
      {...{ related, noun, text, findChoices, preview }}
      from={{ resource, field: field.name }}
      onMade={(made) => {
        meet([made]);
        onMade(made);
      }}
    />
  );
  return { ...field, creator: { noun, draw } };
}
