import { isNull } from 'drizzle-orm';
import { auditLabels } from '../../audit/audit-labels';
import { sealAudit, unsealedWords } from '../../audit/seal-audit';
import { tenants } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';
import { auditChain } from '../audit-chain';
import { consoleAudit } from '../console-views';

/**
 * What was done on the platform itself; filtered by a tenant, what was done in that tenant (D24).
 * One list is one chain: entries of several are numbered apart.
 */
export const auditResource = defineResource({
  name: 'audit',
  singular: 'entry',
  label: 'Audit log',
  table: consoleAudit,
  title: 'label',
  columns: ['createdAt', 'actorName', 'via', 'type', 'resource', 'label'],
  filters: ['tenant', 'type', 'actorId', 'actorName', 'resource', 'subjectId', 'createdAt'],
  search: ['label', 'actorName', 'type'],
  sort: '-seq',
  sortable: [],
  fields: { ...auditLabels, tenant: { label: 'Tenant' } },
  relations: { tenant: { table: tenants, title: 'name' } },
  permissions: {
    read: 'platform.audit.read',
    write: 'platform.audit.write',
    delete: 'platform.audit.delete',
  },
  hooks: {
    narrow: (query) => (auditChain(query) === null ? isNull(consoleAudit.tenant) : undefined),
    beforeList: async (_, query) => {
      const chain = auditChain(query);
      if (chain === undefined || (await sealAudit(chain))) return [];
      return [unsealedWords];
    },
  },
  readOnly: true,
  platformOnly: true,
});
