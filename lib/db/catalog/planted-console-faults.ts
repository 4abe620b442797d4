import type { FaultKind } from './catalog-fault';

const open = '((select platform.is_console()))';

/** Statements that give the console's role more than it should have, as in plantedFaults. */
export const plantedConsoleFaults: [FaultKind, string, string | string[]][] = [
  [
    'policy-different',
    `alter policy console on platform.tenants using (true) with check ${open}`,
    'policy-different platform.tenants console',
  ],
  [
    'policy-different',
    `alter policy console on platform.tenants using ${open} with check (true)`,
    'policy-different platform.tenants console',
  ],
  [
    // Asked for every row.
    'policy-different',
    'alter policy console on platform.tenants using (platform.is_console()) with check (platform.is_console())',
    'policy-different platform.tenants console',
  ],
  [
    'policy-different',
    `create policy more on platform.users for select to tenantry_console using (is_active)`,
    'policy-different platform.users more',
  ],
  [
    'policy-different',
    'alter policy console on platform.users to tenantry_console, tenantry_app',
    'policy-different platform.users console',
  ],
  [
    'policy-subquery',
    'alter policy console on platform.users to tenantry_app',
    'policy-subquery platform.users console',
  ],
  [
    'policy-different',
    `create policy console on pool.posts to tenantry_console using ${open} with check ${open}`,
    'policy-different pool.posts console',
  ],
  [
    'unsafe-grant',
    'grant select on pool.posts to tenantry_console',
    'unsafe-grant pool.posts SELECT to the console',
  ],
  [
    'unsafe-grant',
    'grant usage on schema pool to tenantry_console',
    'unsafe-grant pool USAGE to the console',
  ],
  [
    'unsafe-grant',
    'grant truncate on platform.tenants to tenantry_console',
    'unsafe-grant platform.tenants TRUNCATE to the console',
  ],
  [
    'unsafe-grant',
    'grant select on platform.users to tenantry_console',
    'unsafe-grant platform.users SELECT to the console',
  ],
  [
    'unsafe-grant',
    'grant update (password_hash) on platform.users to tenantry_console',
    'unsafe-grant platform.users password_hash UPDATE to the console',
  ],
  [
    'unsafe-grant',
    'grant select on platform.migrations__pool to tenantry_console',
    'unsafe-grant platform.migrations__pool SELECT to the console',
  ],
];
