import { type ActionPlan, formCall } from './action-plan';

const shown = { 'was.members': '', 'was.posts': '', 'was.storage': '', 'was.requests': '' };

/** Limits are the console's: staff of a tenant does not even set its own. */
export const limitActions: Record<string, ActionPlan> = {
  'app/(platform)/admin/limits/actions.ts#saveLimits': {
    on: 'root',
    right: 'staff',
    own: ({ side }) => [
      formCall('a limit', {
        ...{ id: side.site.id, members: '500', posts: '', storage: '', requests: '' },
        ...shown,
      }),
    ],
  },
  'app/(platform)/admin/limits/actions.ts#saveCache': {
    on: 'root',
    right: 'staff',
    own: ({ side }) => [
      formCall('a cache', {
        ...{ id: side.site.id, backend: 'postgres', timeoutSeconds: '600', mostKeys: '50' },
      }),
    ],
  },
  'app/(platform)/admin/limits/actions.ts#saveDefaultLimits': {
    on: 'root',
    right: 'staff',
    own: async ({ side, sql }) => {
      // It concerns everybody who follows: here nobody does, so that it changes no tenant.
      await sql`update platform.quotas set follows_default = false where name = 'members'`;
      const members = side.name === 'acme' ? '7000' : '8000';
      return [
        formCall('limits of all', {
          ...{ members, posts: '', storage: '', requests: '' },
          ...shown,
        }),
      ];
    },
  },
};
