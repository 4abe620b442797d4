import { defineResource } from '../../resources/define-resource';
import type { RunningAction } from '../../resources/resource-action';
import {
  setTenantStatuses,
  statusTags,
  type TenantStatus,
} from '../../tenancy/life/set-tenant-status';
import { consoleTenants } from '../console-views';

const wordsFor = {
  active: { 'so already': 'It is active already.', deleted: 'It was deleted.' },
  suspended: { 'so already': 'It is suspended already.', deleted: 'It was deleted.' },
};

/** Puts tenants into a state, as many at once as were selected (D7). */
function statusAction(status: TenantStatus): Pick<RunningAction, 'run' | 'refuse'> {
  const words = wordsFor[status];
  return {
    refuse: ({ status: now }) =>
      now === 'deleted' ? words.deleted : now === status ? words['so already'] : null,
    run: async (tx, ctx, ids) => {
      const changes = await setTenantStatuses(tx, ids, status, ctx);
      return changes.map(({ id, name, left }) => ({ id, label: name, why: left && words[left] }));
    },
  };
}

/** Every tenant of the platform (S1.24, N8). Making one is a verb of its own. */
export const tenantsResource = defineResource({
  name: 'tenants',
  singular: 'tenant',
  table: consoleTenants,
  columns: ['name', 'slug', 'status', 'placement', 'ownerName', 'members', 'createdAt'],
  filters: ['status', 'placement', 'createdAt', 'purgeAt'],
  search: ['name', 'slug', 'ownerName', 'ownerEmail'],
  sort: '-createdAt',
  fields: {
    status: { label: 'State' },
    ownerName: { label: 'Owner' },
    ownerEmail: { label: 'Owner’s email' },
    createdAt: { label: 'Created' },
    purgeAt: { label: 'Destroyed from' },
  },
  permissions: {
    read: 'platform.tenants.read',
    write: 'platform.tenants.write',
    delete: 'platform.tenants.delete',
  },
  actions: {
    suspend: {
      ...statusAction('suspended'),
      label: 'Suspend',
      done: 'suspended',
      question: {
        title: 'Suspend {name}?',
        body: 'Their sites, admins and APIs answer 503 at once. People keep their accounts, and nothing is deleted. Activating brings everything back.',
        button: 'Suspend {what}',
      },
    },
    activate: { ...statusAction('active'), label: 'Activate', done: 'activated' },
  },
  cacheTags: (_, { id }) => (typeof id === 'string' ? statusTags(id) : []),
  readOnly: true,
  platformOnly: true,
});
