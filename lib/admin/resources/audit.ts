import { auditLabels } from '../../audit/audit-labels';
import { sealAudit, unsealedWords } from '../../audit/seal-audit';
import { shownAuditLog } from '../../audit/shown-audit-log';
import { defineResource } from '../../resources/define-resource';

/** What was done in the tenant, in the order it was sealed (D24). */
export const auditResource = defineResource({
  name: 'audit',
  singular: 'entry',
  label: 'Audit log',
  table: shownAuditLog,
  title: 'label',
  columns: ['createdAt', 'actorName', 'via', 'type', 'resource', 'label'],
  filters: ['type', 'actorId', 'actorName', 'resource', 'subjectId', 'createdAt'],
  search: ['label', 'actorName', 'type'],
  sort: '-seq',
  sortable: [],
  fields: auditLabels,
  hooks: {
    beforeList: async ({ tenant }) => {
      if (!tenant || (await sealAudit(tenant.id))) return [];
      return [unsealedWords];
    },
  },
  readOnly: true,
});
