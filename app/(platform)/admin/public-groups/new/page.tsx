import { FormScreen } from '@/app/_screens/form-screen';
import { consolePage } from '@/lib/api/console-page';
import { publicGroupsResource } from '@/lib/console/resources/public-groups';
import { consoleLooks, consolePlace } from '../../_parts/console-place';
import { consoleTitle } from '../../_parts/console-title';
import { saveGroup } from '../actions';

export const generateMetadata = () => consoleTitle('New public group');

/** A new group across tenants. */
export default async function NewGroupPage() {
  const path = '/admin/public-groups/new';
  const ctx = await consolePage({ permission: 'platform.public-groups.write', path });
  return (
    <FormScreen
      {...{ ctx, query: {} }}
      resource={publicGroupsResource}
      place={consolePlace('public-groups')}
      actions={{ save: saveGroup }}
      look={consoleLooks['public-groups']}
    />
  );
}
