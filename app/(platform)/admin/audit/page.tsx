import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { addressOf } from '@/app/[tenant]/admin/_parts/admin-place';
import { consolePage } from '@/lib/api/console-page';
import { auditChain } from '@/lib/console/audit-chain';
import { auditResource } from '@/lib/console/resources/audit';
import { readListQuery } from '@/lib/resources/list-query';
import { consoleLooks, consolePlace } from '../_parts/console-place';
import { consoleTitle } from '../_parts/console-title';
import { VerifyLog } from '../_parts/verify-log';
import { actOnList, verifyAuditLog } from '../actions';

export const generateMetadata = () => consoleTitle('Audit log');

/** The platform's own audit log, or that of the tenant it is filtered by. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const path = addressOf('/admin/audit', query);
  const ctx = await consolePage({ permission: 'platform.audit.read', path });
  const chain = auditChain(readListQuery(auditResource, query));
  return (
    <ListScreen
      {...{ ctx, query }}
      resource={auditResource}
      place={consolePlace('audit')}
      actions={{ list: actOnList }}
      look={consoleLooks.audit}
      above={
        chain === undefined ? null : (
          <VerifyLog key={chain} action={verifyAuditLog} tenant={chain ?? ''} />
        )
      }
    />
  );
}
