import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { addressOf } from '@/app/[tenant]/admin/_parts/admin-place';
import { consolePage } from '@/lib/api/console-page';
import { countTenants } from '@/lib/console/count-tenants';
import { tenantsResource } from '@/lib/console/resources/tenants';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { consoleLooks, consolePlace } from '../_parts/console-place';
import { consoleTitle } from '../_parts/console-title';
import { TenantStrip } from '../_parts/tenant-strip';
import { actOnList } from '../actions';

export const generateMetadata = () => consoleTitle('Tenants');

/** Every tenant of the platform, with how many there are of each state. */
export default async function TenantsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const path = addressOf('/admin/tenants', query);
  const ctx = await consolePage({ permission: 'platform.tenants.read', path });
  return (
    <ListScreen
      {...{ ctx, query }}
      resource={tenantsResource}
      place={consolePlace('tenants')}
      actions={{ list: actOnList }}
      look={consoleLooks.tenants}
      headActs={
        <span className="order-last">
          <ButtonLink href="/admin/tenants/new" icon="plus" tone="primary">
            New tenant
          </ButtonLink>
        </span>
      }
      above={<TenantStrip numbers={await countTenants(ctx)} />}
    />
  );
}
