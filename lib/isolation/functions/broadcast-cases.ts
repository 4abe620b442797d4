import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** What carries the words of the platform's operators to tenants. The walk has one that waits, for globex. */
export const broadcastCases: Record<string, FunctionCase[]> = {
  'platform.place_public_broadcast(p_broadcast uuid)': [
    {
      about: 'an id nobody has',
      sql: `select platform.place_public_broadcast('${nobody}') as told`,
      params: () => [],
      gives: () => (rows) => (rows[0]?.told === null ? null : 'decides what is not there'),
    },
  ],
  'platform.take_public_broadcast(p_part uuid)': [
    {
      about: 'an id nobody has',
      sql: `select * from platform.take_public_broadcast('${nobody}')`,
      params: () => [],
      gives: () => [],
    },
    {
      about: 'what is another tenant’s to tell',
      sql: `select count(t)::text as n from platform.take_public_broadcast($1::uuid) t
        where nullif(current_setting('app.tenant_id', true), '') is distinct from $1::uuid::text`,
      params: (tenants) => [tenants.globex.id],
      gives: () => [{ n: '0' }],
    },
    {
      about: 'gives words and its own people, and not of which group',
      sql: 'select * from platform.take_public_broadcast($1::uuid)',
      params: (tenants) => [tenants.globex.id],
      gives: () => (rows) => {
        const given = Object.keys(rows[0] ?? {}).join(' ');
        return given === '' || given === 'title body user_ids' ? null : `gives ${given}`;
      },
    },
  ],
};
