'use client';

import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useActionState, useEffect, useMemo, useRef } from 'react';
import type { ActionState } from '@/lib/api/action-state';
import { DrawerCancel } from '@/lib/ui/dialog/drawer';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { FormField } from '@/lib/ui/form/form-field';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import type { Choice } from '@/lib/ui/kit-types';
import type { PlainField } from './field-specs';
import { refilled } from './refilled';
import { refusalOf } from './refusal-of';
import type {
  RelatedForm as FormParts,
  FormState,
  MadeRelated,
  RelatedActions,
  RelationPlace,
  ScreenActions,
} from './screen-types';
import { SlugProposal } from './slug-proposal';
import { typedValues } from './typed-values';
import { useMetChoices } from './use-met-choices';
import { withSearch } from './with-search';

/** What a picker knows when it is asked for a record that it has not got. */
export interface RelatedRecordProps {
  related: RelatedActions;
  /** The relation field whose picker it was asked for in. */
  from: RelationPlace;
  noun: string;
  /** What was searched for. */
  text: string;
  findChoices: ScreenActions['choices'];
  preview?: (text: string) => Promise<ReactNode>;
  onMade: (made: Choice) => void;
}

type State = ActionState<FormState> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<FormState | MadeRelated>>;

const formId = 'related-form';
/** The form under the drawer has fields of the same names. */
const idOf = (name: string) => `related-${name}`;

/** The form of a related record in its drawer: its own fields, in their order. */
export function RelatedForm(props: RelatedRecordProps & { form: FormParts }) {
  const { form, from, noun, text } = props;
  const [state, act] = useSave(props);
  const refusal = useMemo(() => refusalOf(state), [state]);
  const errors = useMemo(
    () => (refusal?.errors ?? []).map((one) => ({ ...one, id: one.name && idOf(one.name) })),
    [refusal],
  );
  const { met, meet } = useMetChoices();
  const parts = { ...props, resource: form.resource, meet };
  const draw = (field: PlainField) => {
    const begun = refilled(startWith(field, form.title, text), refusal, met.values());
    return { ...withSearch(begun, parts), id: idOf(field.name) };
  };
  const first = form.fields[0]?.name;
  useEffect(() => {
    if (first) document.getElementById(idOf(first))?.focus();
  }, [first]);
  return (
    <KitForm
      id={formId}
      action={act}
      className="drawer-form"
      hidden={{
        _resource: from.resource,
        _field: from.field,
        _fields: form.fields.map(({ name }) => name).join(' '),
        _once: form.once,
      }}
    >
      <div className="drawer-body">
        <FormErrorSummary errors={errors} />
        <div key={refusal?.attempt} className="form-stack">
          {form.fields.map((field) => (
            <FormField key={field.name} field={draw(field)} />
          ))}
          {form.slug ? <SlugProposal form={formId} {...form.slug} /> : null}
        </div>
      </div>
      <div className="drawer-acts">
        <DrawerCancel />
        <SubmitButton>Create {noun}</SubmitButton>
      </div>
    </KitForm>
  );
}

function useSave({ related, onMade }: RelatedRecordProps) {
  const isMade = useRef(false);
  return useActionState<State, FormData>(async (before, data) => {
    try {
      const answer = await (related.create as Stateful)(before, data);
      if (!answer.ok || !('made' in answer.result)) return answer as State;
      // Sent twice, it is one record and chosen once.
      if (!isMade.current) onMade(answer.result.made);
      isMade.current = true;
      return null;
    } catch (error) {
      unstable_rethrow(error);
      return unsent(data);
    }
  }, null);
}

/** An answer that never came must not take the page with all that was typed in it. */
function unsent(data: FormData): State {
  const message = 'Nothing could be sent. Look whether you are online, then try again.';
  const attempt = crypto.getRandomValues(new Uint32Array(2)).join('');
  return { ok: true, result: { attempt, typed: typedValues(data), errors: [{ message }] } };
}

function startWith(field: PlainField, title: string, text: string): PlainField {
  if (field.name !== title || text === '') return field;
  return { ...field, defaultValue: text } as PlainField;
}
