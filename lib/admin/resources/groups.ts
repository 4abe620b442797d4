import { groupMembers, groups, memberships } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';
import { rightsTag } from '../../tenancy/cache-tags';

/** Groups of members (S4.9): whom something is for. They give no rights. */
export const groupsResource = defineResource({
  name: 'groups',
  singular: 'group',
  table: groups,
  columns: ['name', 'description', 'updatedAt'],
  filters: ['members'],
  search: ['name', 'description'],
  sort: 'name',
  form: {
    name: { max: 60 },
    description: { help: 'What the group is for.', max: 500 },
    members: { help: 'People of this site.' },
  },
  relations: { members: { table: memberships, through: groupMembers } },
  cacheTags: (tenant) => (tenant ? [rightsTag(tenant.id)] : []),
});
