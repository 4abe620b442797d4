import { auditChoices } from '@/lib/admin/audit-choices';
import { adminResources } from '@/lib/admin/registry';
import { consoleResources } from '@/lib/console/registry';

/** What an audit log can be filtered by in the console: what happens in tenants, and to them. */
export function auditLogChoices() {
  const { type, resource } = auditChoices([...adminResources, ...consoleResources]);
  const own = consoleResources
    .filter(({ name, readOnly }) => readOnly && name !== 'audit')
    .map(({ name, label }) => ({ id: name, label }));
  return { type, resource: [...resource, ...own, { id: 'sessions', label: 'Sessions' }] };
}
