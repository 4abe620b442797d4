export { apiKeys } from './api-keys';
export { archivedMemberships } from './archived-memberships';
export { auditLog } from './audit-log';
export { consoleIdempotencyKeys } from './console-idempotency-keys';
export { crons } from './crons';
export { domains } from './domains';
export { events } from './events';
export { formerSlugs } from './former-slugs';
export { groupMembers } from './group-members';
export { groups } from './groups';
export { idempotencyKeys } from './idempotency-keys';

export { identities } from './identities';

export { invitations } from './invitations';

export { jobs } from './jobs';
export { knownDevices } from './known-devices';
export { lockouts } from './lockouts';
export { memberships } from './memberships';
export { oneTimeLinks } from './one-time-links';
export { purgedTenants } from './purged-tenants';
export { quotaDefaults } from './quota-defaults';
export { quotas } from './quotas';
export { rateLimits } from './rate-limits';
export { recoveryCodes } from './recovery-codes';
export { refreshTokens } from './refresh-tokens';
export { roles } from './roles';
export { sealFaults } from './seal-faults';
export { sessions } from './sessions';
export { signInTickets } from './sign-in-tickets';
export { stateEntries } from './state-entries';
export { supportGrants } from './support-grants';
export { supportSessions } from './support-sessions';
export { tenants } from './tenants';
export { twoFactors } from './two-factors';
export { users } from './users';
