import { defineResource } from '../../resources/define-resource';
import { consolePeople } from '../console-views';

/** Everybody who has an account (S1.24, S4.6). */
export const usersResource = defineResource({
  name: 'users',
  singular: 'person',
  label: 'People',
  table: consolePeople,
  title: 'name',
  columns: ['name', 'email', 'isSuperuser', 'isActive', 'tenants', 'createdAt'],
  filters: ['isSuperuser', 'isActive', 'createdAt'],
  search: ['name', 'email'],
  sort: 'name',
  fields: {
    isSuperuser: { label: 'Superuser' },
    isActive: { label: 'May sign in' },
    createdAt: { label: 'Joined' },
  },
  permissions: {
    read: 'platform.users.read',
    write: 'platform.users.write',
    delete: 'platform.users.delete',
  },
  readOnly: true,
  platformOnly: true,
});
