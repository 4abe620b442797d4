import type { FoundPerson } from '@/lib/console/public-groups/find-people-to-add';
import { ActForm } from '@/lib/ui/form/act-form';
import { AskForm } from '@/lib/ui/form/ask-form';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { addPerson } from '../actions';

/** Accounts by a part of their name or address, each with a button that adds it. */
export function FindPeople({ group, text, found }: FindPeopleProps) {
  return (
    <>
      <Panel title="Find people">
        <AskForm action={`/admin/public-groups/${group}/members`} className="form-stack">
          <TextInput
            name="q"
            label="Name or email"
            defaultValue={text}
            maxLength={100}
            autoComplete="off"
          />
          <div>
            <button type="submit" className="button plain">
              Find
            </button>
          </div>
        </AskForm>
      </Panel>
      {text ? <Found {...{ group, text, found }} /> : null}
    </>
  );
}

interface FindPeopleProps {
  group: string;
  /** What was looked for. */
  text: string;
  found: FoundPerson[];
}

function Found({ group, text, found }: FindPeopleProps) {
  if (found.length === 0) return <Panel title="Found">Nobody matches “{text}”.</Panel>;
  return (
    <Panel title="Found" flush>
      <RowList
        rows={found.map(({ id, name, email, isMember }) => ({
          ...{ id, person: name || email, title: name || email, note: email },
          act: isMember ? (
            <span className="row-sub">In the group</span>
          ) : (
            <ActForm action={addPerson} fields={{ group, user: id }}>
              <button type="submit" className="button plain small">
                Add<span className="sr-only"> {name || email}</span>
              </button>
            </ActForm>
          ),
        }))}
      />
    </Panel>
  );
}
