/**
 * Tables whose rows a walk does not make up: tenants are there, members are people of one tenant
 * only, and support has times that fit.
 */
export const withTheirOwn: ReadonlySet<string> = new Set([
  'platform.tenants',
  'platform.memberships',
  'platform.support_sessions',
  'platform.support_grants',
]);
