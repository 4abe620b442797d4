import { text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../../db/schema/platform/platform-schema';
import { defineResource } from '../../resources/define-resource';
import { revokeApiKeys } from '../api-keys/revoke-api-keys';

const ended = ['revoked', 'removed', 'deactivated', 'parent'];
const states = [
  'active',
  'resting',
  'expired',
  'revoked',
  'removed',
  'deactivated',
  'parent',
] as const;

/** A tenant's API keys as its own people see them. A view: nothing of the secret is in it. */
const tenantApiKeys = platform.table('tenant_api_keys', {
  tenantId: uuid('tenant_id'),
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  prefix: text('prefix').notNull(),
  state: text('state', { enum: states }).notNull(),
  scopes: text('scopes').notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: moment('created_at').notNull(),
  lastUsedAt: moment('last_used_at'),
  expiresAt: moment('expires_at'),
  revokedAt: moment('revoked_at'),
});

/** Keys of the API (D27). They are made by a form of their own; here they are looked at and revoked. */
export const apiKeysResource = defineResource({
  name: 'api-keys',
  singular: 'API key',
  label: 'API keys',
  table: tenantApiKeys,
  title: 'name',
  columns: ['name', 'prefix', 'state', 'scopes', 'madeBy', 'lastUsedAt', 'expiresAt'],
  filters: ['state', 'createdAt'],
  search: ['name', 'prefix', 'madeBy'],
  sort: '-createdAt',
  sortable: ['name', 'createdAt'],
  fields: {
    // Stands under the name, as a slug does.
    prefix: { label: 'Begins with', kind: 'slug' },
    state: {
      choices: [
        { value: 'active', label: 'Active' },
        { value: 'resting', label: 'Resting: its maker may not enter' },
        { value: 'expired', label: 'Expired' },
        { value: 'revoked', label: 'Revoked' },
        { value: 'removed', label: 'Ended: its maker left' },
        { value: 'deactivated', label: 'Ended: its maker was deactivated' },
        { value: 'parent', label: 'Ended with its parent key' },
      ],
    },
    scopes: { label: 'May' },
    madeBy: { label: 'Made by' },
    createdAt: { label: 'Made' },
    lastUsedAt: { label: 'Last used' },
    expiresAt: { label: 'Expires' },
    revokedAt: { label: 'Ended' },
  },
  actions: {
    revoke: {
      run: revokeApiKeys,
      label: 'Revoke',
      done: 'revoked',
      // All that can be done to a key that is there is to end it.
      permission: 'api-keys.delete',
      question: {
        title: 'Revoke {name}?',
        body: 'Programs that use it are refused at once. Keys that were made with it end, too. Nobody can bring it back.',
        button: 'Revoke {what}',
      },
      refuse: ({ state }) => (ended.includes(String(state)) ? 'It has ended already.' : null),
    },
  },
  // They are made on a page of their own.
  asks: ['write'],
  readOnly: true,
});
