import { roles } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';

/**
 * Roles of the tenant's own (S4.11). To be looked at: what changes them are verbs of their own, and
 * screens and operations written for them.
 */
export const rolesResource = defineResource({
  name: 'roles',
  singular: 'role',
  table: roles,
  columns: ['name', 'description', 'updatedAt'],
  filters: [],
  search: ['name', 'description'],
  sort: 'name',
  fields: { permissions: { kind: 'json' }, updatedAt: { label: 'Changed' } },
  asks: ['write', 'delete'],
  readOnly: true,
});
