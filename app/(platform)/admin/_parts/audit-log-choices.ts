import { auditChoices } from '@/lib/admin/audit-choices';
import { consoleResources } from '@/lib/console/registry';

/** What an audit log can be filtered by in the console: what happens in tenants, and to them. */
export function auditLogChoices() {
  const { type, resource } = auditChoices();
  const own = consoleResources
    .filter(({ name }) => name !== 'audit')
    .map(({ name, label }) => ({ id: name, label }));
  return { type, resource: [...resource, ...own, { id: 'sessions', label: 'Sessions' }] };
}
