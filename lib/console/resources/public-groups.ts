import { publicGroups } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';

/** Groups of people of any tenants (S0.7). Who is in one, and what is said to it, has verbs of its own. */
export const publicGroupsResource = defineResource({
  name: 'public-groups',
  singular: 'public-group',
  table: publicGroups,
  columns: ['name', 'description', 'createdAt', 'updatedAt'],
  filters: ['createdAt'],
  search: ['name', 'description'],
  sort: 'name',
  form: {
    name: { help: 'Operators alone see it.', max: 60 },
    description: { help: 'What the group is for.', max: 500 },
  },
  fields: { createdAt: { label: 'Created' } },
  permissions: {
    read: 'platform.public-groups.read',
    write: 'platform.public-groups.write',
    delete: 'platform.public-groups.delete',
  },
  platformOnly: true,
});
