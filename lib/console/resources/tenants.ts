import { defineResource } from '../../resources/define-resource';
import { consoleTenants } from '../console-views';

/** Every tenant of the platform (S1.24, N8). Making and suspending one are verbs of their own. */
export const tenantsResource = defineResource({
  name: 'tenants',
  singular: 'tenant',
  table: consoleTenants,
  columns: ['name', 'slug', 'status', 'placement', 'ownerName', 'members', 'createdAt'],
  filters: ['status', 'placement', 'createdAt'],
  search: ['name', 'slug', 'ownerName', 'ownerEmail'],
  sort: '-createdAt',
  fields: {
    status: { label: 'State' },
    ownerName: { label: 'Owner' },
    ownerEmail: { label: 'Owner’s email' },
    createdAt: { label: 'Created' },
  },
  permissions: {
    read: 'platform.tenants.read',
    write: 'platform.tenants.write',
    delete: 'platform.tenants.delete',
  },
  readOnly: true,
  platformOnly: true,
});
