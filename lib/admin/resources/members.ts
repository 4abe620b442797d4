import { memberships } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';

/** People of the tenant. To be looked at: memberships have verbs of their own. */
export const membersResource = defineResource({
  name: 'members',
  singular: 'member',
  table: memberships,
  title: 'name',
  columns: ['name', 'email', 'role', 'isStaff', 'joinedAt'],
  filters: ['role', 'isStaff', 'joinedAt'],
  search: ['name', 'email'],
  sort: 'name',
  fields: {
    isStaff: { label: 'May enter the admin' },
    isSuperuser: { label: 'May do everything' },
    userId: { label: 'Person' },
    modifiedAt: { label: 'Changed' },
  },
  relations: {},
  readOnly: true,
});
