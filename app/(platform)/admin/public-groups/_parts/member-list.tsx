import type { GroupMembers } from '@/lib/console/public-groups/list-group-members';
import { ActForm } from '@/lib/ui/form/act-form';
import { formatCount } from '@/lib/ui/format-count';
import { Pager } from '@/lib/ui/list/pager';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { removePerson } from '../actions';

const noun = { one: 'person', other: 'people' };

/** Who is in a group, each with the way out. */
export function MemberList({ members, isFirst }: MemberListProps) {
  const { group, people, total, next } = members;
  const base = `/admin/public-groups/${group.id}/members`;
  if (people.length === 0) {
    return (
      <Panel title="Members">
        {isFirst
          ? 'Nobody is in this group yet. Add people by their email, or find them.'
          : 'No more.'}
      </Panel>
    );
  }
  return (
    <Panel
      title="Members"
      count={formatCount(total, noun)}
      flush
      foot={
        next || !isFirst ? (
          <Pager
            shown={people.length}
            noun={noun}
            total={{ count: total, exact: true }}
            newerHref={isFirst ? undefined : base}
            olderHref={next ? `${base}?after=${next}` : undefined}
            labels={{ newer: 'First', older: 'Next' }}
          />
        ) : undefined
      }
    >
      <RowList
        rows={people.map(({ id, name, email }) => ({
          ...{ id, person: name || email, title: name || email, note: email },
          href: `/admin/users/${id}`,
          act: (
            <ActForm action={removePerson} fields={{ group: group.id, user: id }}>
              <button type="submit" className="button plain small">
                Remove<span className="sr-only"> {name || email}</span>
              </button>
            </ActForm>
          ),
        }))}
      />
    </Panel>
  );
}

interface MemberListProps {
  members: GroupMembers;
  /** Nobody stands on a page before. */
  isFirst: boolean;
}
