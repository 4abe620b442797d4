'use client';

import type { ListReport } from '@/lib/admin/invitations/invite-list';
import type { InviteChoices } from '@/lib/admin/invitations/read-choices';
import { mostInvited } from '@/lib/admin/invitations/wish';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { TextArea } from '@/lib/ui/form/text-area';
import { Panel } from '@/lib/ui/list/panel';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { FileToText } from './file-to-text';
import { LetterFields } from './letter-fields';
import { ListOutcome } from './list-outcome';

interface ListFormProps {
  action: FormAction<ListAnswer>;
  choices: InviteChoices;
}

/** The report, with what was chosen for the next time. */
type ListAnswer = ListReport & { role: string; days: string; message: string };

type State = ActionState<ListAnswer> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<ListAnswer>>;

/** Asks for a list of people. What could not be invited stays in the box, to be mended. */
export function ListForm({ action, choices }: ListFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const report = state?.ok ? state.result : null;
  const { errors = {}, values = {} } = failure ?? {};
  const typed = (name: 'role' | 'days' | 'message') =>
    report ? report[name] : typeof values[name] === 'string' ? values[name] : undefined;
  const list = report ? report.left : typeof values.list === 'string' ? values.list : undefined;
  return (
    <KitForm action={act}>
      <UnsentNotice unsent={unsent} title="Nobody was invited" />
      <FormFailure failure={failure} />
      {report ? (
        <TakesFocus on={report}>
          <ListOutcome report={report} />
        </TakesFocus>
      ) : null}
      <Panel>
        <div className="form-stack" key={state ? JSON.stringify(state) : ''}>
          <TextArea
            name="list"
            label="People"
            rows={10}
            defaultValue={list}
            error={errors.list?.[0]}
            help={`One a line, at most ${mostInvited}: an address, or an address, a role and groups with commas between them. A CSV file with these columns can be pasted as it is.`}
          />
          <FileToText into="field-list" />
          <SelectInput
            name="role"
            label="Role where the line names none"
            choices={choices.roles}
            defaultValue={typed('role') ?? choices.roles[0]?.id}
            error={errors.role?.[0]}
          />
          <LetterFields
            days={typed('days')}
            message={typed('message')}
            errors={errors}
            submit="Send invitations"
            leave={report ? 'To the invitations' : undefined}
          />
        </div>
      </Panel>
    </KitForm>
  );
}
