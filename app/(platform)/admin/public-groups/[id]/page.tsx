import { notFound } from 'next/navigation';
import { FormScreen } from '@/app/_screens/form-screen';
import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { listPublicBroadcasts } from '@/lib/console/public-groups/list-public-broadcasts';
import { previewPublicBroadcast } from '@/lib/console/public-groups/preview-public-broadcast';
import { readPublicGroup } from '@/lib/console/public-groups/read-public-group';
import { publicGroupsResource } from '@/lib/console/resources/public-groups';
import { formatCount } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { consoleLooks, consolePlace } from '../../_parts/console-place';
import { consoleTitle } from '../../_parts/console-title';
import { GroupComposer } from '../_parts/group-composer';
import { GroupFlash } from '../_parts/group-flash';
import { SentToGroup } from '../_parts/sent-to-group';
import { saveGroup, sendToGroup } from '../actions';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = () => consoleTitle('Public group');

/** A group across tenants: what it is called, who is in it, and what is said to it. */
export default async function GroupPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const home = `/admin/public-groups/${id}`;
  const ctx = await consolePage({ permission: 'platform.public-groups.read', path: home });
  const group = await readPublicGroup(ctx, id);
  if (!group) notFound();
  const [preview, sent] = await Promise.all([
    previewPublicBroadcast(ctx, id),
    listPublicBroadcasts(ctx, id),
  ]);
  const people = { one: 'person', other: 'people' };
  return (
    <>
      <FormScreen
        {...{ ctx, query, id }}
        resource={publicGroupsResource}
        place={consolePlace('public-groups')}
        actions={{ save: saveGroup }}
        look={consoleLooks['public-groups']}
      />
      <GroupFlash done={query.done} at={query.at} />
      <div className="settings-form">
        <Panel
          title="Members"
          count={formatCount(group.members, people)}
          foot={
            <ButtonLink href={`${home}/members`} icon="people">
              Add or remove people
            </ButtonLink>
          }
        >
          People of any sites. None of them sees who else is in the group.
        </Panel>
        <GroupComposer
          // Anew once something was sent: the next message is another one.
          key={String(query.at ?? '')}
          action={sendToGroup}
          group={id}
          preview={preview}
          once={crypto.randomUUID()}
        />
        <SentToGroup sent={sent} />
      </div>
    </>
  );
}
