import { notFound } from 'next/navigation';
import { DeletePanel } from '@/app/_screens/delete-panel';
import { consolePage } from '@/lib/api/console-page';
import { readPublicGroup } from '@/lib/console/public-groups/read-public-group';
import { formatCount } from '@/lib/ui/format-count';
import { consoleTitle } from '../../../_parts/console-title';
import { actOnList } from '../../../actions';

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = () => consoleTitle('Delete');

/** Asks before a group across tenants goes. Only the group does: accounts and sites stay. */
export default async function DeleteGroupPage({ params }: Props) {
  const { id } = await params;
  const path = `/admin/public-groups/${id}/delete`;
  const ctx = await consolePage({ permission: 'platform.public-groups.delete', path });
  const group = await readPublicGroup(ctx, id);
  if (!group) notFound();
  const people = formatCount(group.members, { one: 'person', other: 'people' });
  return (
    <DeletePanel
      action={actOnList}
      title={`Delete “${group.name}” for good?`}
      lines={[]}
      words={`${people} ${group.members === 1 ? 'is' : 'are'} in it. Their accounts and sites stay as they are, and so does what they were told.`}
      undo="Nobody can undo this."
      button="Delete public group"
      keep={{ label: 'Keep public group', href: `/admin/public-groups/${id}` }}
      hidden={{ _resource: 'public-groups', _then: 'list', rowAct: `delete:${id}` }}
    />
  );
}
