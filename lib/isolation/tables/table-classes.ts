import { type Relation, tenantColumnOf } from './relation';

/**
 * Tables the application role may not touch at all, with the reason. People and sessions are of
 * no tenant or of several, so they are reached through functions only.
 */
const closedTables: Record<string, string> = {
  'platform.users': 'people belong to no tenant',
  'platform.sessions': 'a person’s devices, on all hosts',
  'platform.identities': 'people’s accounts elsewhere, reached through functions only',
  'platform.one_time_links':
    'mailed links, reached through functions that take a link or a session',
  'platform.refresh_tokens': 'of sessions, reached through functions only',
  'platform.two_factors':
    'what codes of a person are made of, sealed, reached through functions only',
  'platform.recovery_codes': 'of people, reached through functions only',
  'platform.known_devices': 'browsers of people, reached through functions only',
  'platform.lockouts': 'who is locked out where, which a function tells each tenant of its own',
  'platform.sign_in_tickets': 'on their way from host to host, reached through functions only',
  'platform.public_groups': 'groups of people of any tenants, for the console and by functions',
  'platform.public_group_members': 'who is in them, by functions only',
  'platform.public_broadcasts': 'what is said to them, for the console and by functions',
  'platform.public_broadcast_people': 'who gets it in which tenant, by functions only',
  'platform.rate_limits': 'counters of attempts, by a key that tells nobody',
  'platform.console_idempotency_keys': 'a superuser’s own, whose walk is the console’s',
  'platform.crons': 'which slot was claimed last, by functions only',
  'platform.quota_defaults': 'limits of every tenant, which triggers copy',
  'platform.seal_faults': 'which audit logs wait, written and counted by functions',
  'platform.archived_memberships': 'people of deleted tenants, reached through functions only',
  'platform.person_exports': 'copies of people’s data, reached through functions only',
  'platform.person_export_pieces': 'what they hold, of all places, reached through functions only',
  'platform.former_slugs': 'names that lead on, which a function looks up for everybody',
  'platform.purged_tenants': 'tenants that are no more, for the console',
  'platform.console_tenants': 'a view for the console, whose walk reads it',
  'platform.console_people': 'a view for the console, whose walk reads it',
  'platform.console_jobs': 'a view for the console, whose walk reads it',
  'platform.migrations__platform': 'the owner’s record of migrations',
  'platform.migrations__pool': 'the owner’s record of migrations',
};

export type TableClass = 'tenant' | 'closed' | 'uncovered';

/** Which of the walks a relation belongs to. */
export function classOf(relation: Relation): TableClass {
  if (Object.hasOwn(closedTables, relation.name)) return 'closed';
  return tenantColumnOf(relation) === null ? 'uncovered' : 'tenant';
}

/**
 * Says what is unsafe about a relation by its definition alone.
 *
 * @param inCode - names of the tables that the application's code declares.
 */
export function faultsOf(relation: Relation, inCode: string[]): string[] {
  const { kind, privileges } = relation;
  switch (classOf(relation)) {
    case 'closed':
      return privileges.length > 0 ? [`the application may ${privileges.join(', ')}`] : [];
    case 'uncovered':
      return ['is not covered: it has no tenant_id and is not listed as closed'];
    case 'tenant':
      return [
        ...(kind === 'table' ? tableFaults(relation) : viewFaults(relation)),
        ...dangerous(privileges),
        ...(kind !== 'table' || inCode.includes(relation.name)
          ? []
          : ['is not covered: no table of lib/db/schema declares it']),
      ];
  }
}

function tableFaults({ rowSecurity, forced, policies }: Relation): string[] {
  return [
    ...(rowSecurity ? [] : ['row security is not enabled']),
    ...(forced ? [] : ['row security is not forced']),
    ...(policies > 0 ? [] : ['has no policy for the application role']),
  ];
}

function viewFaults({ kind, privileges, securityInvoker }: Relation): string[] {
  if (privileges.length === 0) return [];
  if (kind !== 'view') return [`a ${kind} has no row security and may be read`];
  return securityInvoker ? [] : ['a view without security_invoker reads with its owner’s rights'];
}

/** Row security does not cover these. */
function dangerous(privileges: string[]): string[] {
  const granted = privileges.filter((name) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(name));
  return granted.map((name) => `the application has the privilege ${name}`);
}
