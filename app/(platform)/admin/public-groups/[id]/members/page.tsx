import { notFound } from 'next/navigation';
import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { findPeopleToAdd } from '@/lib/console/public-groups/find-people-to-add';
import { listGroupMembers } from '@/lib/console/public-groups/list-group-members';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleTitle } from '../../../_parts/console-title';
import { AddByEmail } from '../../_parts/add-by-email';
import { FindPeople } from '../../_parts/find-people';
import { GroupFlash } from '../../_parts/group-flash';
import { MemberList } from '../../_parts/member-list';
import { addByEmail } from '../../actions';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = () => consoleTitle('Members of a public group');

/** Who is in a group across tenants, by their accounts; people are added and removed here. */
export default async function GroupMembersPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const path = `/admin/public-groups/${id}/members`;
  const ctx = await consolePage({ permission: 'platform.public-groups.write', path });
  const members = await listGroupMembers(ctx, id, textOf(query.after));
  if (!members) notFound();
  const { name } = members.group;
  const text = textOf(query.q).slice(0, 100);
  return (
    <>
      <PageHead
        title={`Members of ${name}`}
        crumbs={[
          { label: 'Public groups', href: '/admin/public-groups' },
          { label: name, href: `/admin/public-groups/${id}` },
        ]}
      />
      <GroupFlash done={query.done} at={query.at} />
      <div className="board">
        <MemberList members={members} isFirst={!query.after} />
        <div className="grid min-w-0 content-start gap-5">
          <AddByEmail key={textOf(query.at)} action={addByEmail} group={id} />
          <FindPeople group={id} text={text} found={await findPeopleToAdd(ctx, id, text)} />
        </div>
      </div>
    </>
  );
}

function textOf(given: Query[string]): string {
  return typeof given === 'string' ? given : '';
}
