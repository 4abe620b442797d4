/** What needs no table. */
export const roleAttacks: string[] = [
  'set local role tenantry_owner',
  'set local role tenantry_search',
  'set local role tenantry_isolation',
  'set local session authorization tenantry_owner',
  'alter role tenantry_app bypassrls',
  'grant tenantry_owner to tenantry_app',
  'create function pool.leak() returns int language sql as $$ select 1 $$',
  'create schema leak',
];
