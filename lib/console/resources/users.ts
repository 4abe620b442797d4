import { defineResource } from '../../resources/define-resource';
import { consolePeople } from '../console-views';
import { deletedWords, setPeopleActive } from '../set-people-active';

/** Everybody who has an account (S1.24, S4.6). */
export const usersResource = defineResource({
  name: 'users',
  singular: 'person',
  label: 'People',
  table: consolePeople,
  title: 'name',
  columns: ['name', 'email', 'isSuperuser', 'isActive', 'tenants', 'createdAt'],
  filters: ['isSuperuser', 'isActive', 'createdAt', 'endedAt'],
  search: ['name', 'email'],
  sort: 'name',
  fields: {
    isSuperuser: { label: 'Superuser' },
    isActive: { label: 'May sign in' },
    createdAt: { label: 'Joined' },
    endedAt: { label: 'Deleted' },
    erasedAt: { label: 'Name erased' },
  },
  permissions: {
    read: 'platform.users.read',
    write: 'platform.users.write',
    delete: 'platform.users.delete',
  },
  actions: {
    deactivate: {
      label: 'Deactivate',
      done: 'deactivated',
      question: {
        title: 'Deactivate {name}?',
        body: 'They are signed out everywhere at once and cannot sign in again, nor can programs in their name. Their memberships and what they wrote stay. Reactivating lets them sign in again.',
        button: 'Deactivate {what}',
      },
      refuse: ({ isActive, endedAt }) =>
        endedAt ? deletedWords : isActive ? null : 'They cannot sign in already.',
      run: (tx, ctx, ids) => setPeopleActive(tx, ctx, ids, false),
    },
    reactivate: {
      label: 'Reactivate',
      done: 'reactivated',
      refuse: ({ isActive, endedAt }) =>
        endedAt ? deletedWords : isActive ? 'They can sign in already.' : null,
      run: (tx, ctx, ids) => setPeopleActive(tx, ctx, ids, true),
    },
  },
  readOnly: true,
  platformOnly: true,
});
