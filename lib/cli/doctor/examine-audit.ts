import { verifyAudit } from '../../audit/verify-audit';
import { openOwnerDb } from '../../db/owner-db';
import { type Examination, type Finding, fault } from './diagnosis';

const remedy =
  'Compare with a backup, and find out who could write as the owner role. `audit verify` tells more.';

/** No audit log was tampered with. */
export const examineAudit: Examination = {
  name: 'audit logs',
  run: async ({ owner, ownerUrl }) => {
    const logs = await owner`
      select distinct l.tenant_id as id, coalesce(t.slug, l.tenant_id::text, 'the platform') as name
      from platform.audit_log l left join platform.tenants t on t.id = l.tenant_id order by 2`;
    const db = openOwnerDb(ownerUrl);
    const found: Finding[] = [];
    try {
      for (const { id, name } of logs) {
        const report = await verifyAudit(db, id);
        if (report.fault)
          found.push(fault(`Audit log of ${name}: ${report.fault.message}`, remedy));
      }
    } finally {
      await db.end();
    }
    return found;
  },
};
