/**
 * Tables whose rows a walk does not make up: tenants are there, members are people of one tenant
 * only, support has times that fit, and what is said across tenants is of none.
 */
export const withTheirOwn: ReadonlySet<string> = new Set([
  'platform.tenants',
  'platform.memberships',
  'platform.support_sessions',
  'platform.support_grants',
  'platform.public_broadcast_people',
]);
