/** What the console's role is for, and how a row of its would be written. Anything else is uncovered. */
export interface ConsoleCase {
  /** Columns it must not read or change, as they are called in the database. */
  closed?: string[];
  /** An insert with the ids of a tenant and a person; absent where it may insert nothing. */
  insert?: (ids: { tenantId: string; userId: string }) => string;
  /** It may take rows away, too. */
  mayDelete?: boolean;
  /** Each superuser has rows of their own, and sees nobody else's. */
  isPersonal?: boolean;
}

export const consoleCases: Record<string, ConsoleCase> = {
  'platform.tenants': {
    insert: ({ userId }) =>
      `insert into platform.tenants (slug, name, owner_id) values ('stray', 'Stray', '${userId}')`,
  },
  'platform.domains': {
    insert: ({ tenantId }) =>
      `insert into platform.domains (tenant_id, hostname) values ('${tenantId}', 'stray.test')`,
  },
  'platform.users': {
    closed: ['password_hash'],
    insert: () => "insert into platform.users (email, name) values ('stray@x.test', 'Stray')",
  },
  'platform.memberships': {
    insert: ({ tenantId, userId }) =>
      `insert into platform.memberships (tenant_id, user_id, role) values ('${tenantId}', '${userId}', 'owner')`,
  },
  'platform.events': {
    insert: ({ tenantId }) =>
      `insert into platform.events (tenant_id, type) values ('${tenantId}', 'post.created')`,
  },
  'platform.console_idempotency_keys': {
    isPersonal: true,
    insert: ({ userId }) =>
      `insert into platform.console_idempotency_keys (user_id, key, fingerprint) values ('${userId}', gen_random_uuid(), 'x')`,
  },
  'platform.public_groups': {
    mayDelete: true,
    insert: () => "insert into platform.public_groups (name) values ('Stray')",
  },
  'platform.public_group_members': {
    mayDelete: true,
    insert: ({ userId }) =>
      `insert into platform.public_group_members (group_id, user_id) values (gen_random_uuid(), '${userId}')`,
  },
  'platform.public_broadcasts': {
    insert: ({ userId }) =>
      `insert into platform.public_broadcasts (group_id, title, sender_id, request_key) values (gen_random_uuid(), 'Stray', '${userId}', gen_random_uuid())`,
  },
  // Sent back or discarded; neither what is in one nor its lease is the console's business.
  'platform.jobs': { closed: ['payload', 'lease_id', 'key', 'event_id', 'last_failure'] },
  'platform.console_jobs': {},
  'platform.quotas': {},
  'platform.quota_defaults': {},
  'platform.audit_log': {},
  'platform.shown_audit_log': {},
  'platform.console_tenants': {},
  'platform.console_people': {},
  'platform.former_slugs': {},
  // Who acts as whom; not in which session, nor who of the tenant ended it.
  'platform.support_sessions': { closed: ['began_in', 'ended_by'] },
  'platform.support_grants': {},
  'platform.purged_tenants': {},
};

/** Functions with their owner's rights that it may call. */
export const consoleFunctions = [
  'platform.is_console()',
  'platform.console_person()',
  // All three ask for the console's session or the owner role, and are tried by their own tests.
  'platform.delete_tenant(uuid,integer)',
  'platform.restore_tenant(uuid,text,uuid)',
  'platform.transfer_tenant(uuid,uuid,boolean)',
  'platform.tenant_schema_version()',
  // These ask the same way; the last one gives ids alone.
  'platform.add_person(text,text,text)',
  'platform.read_removal(uuid)',
  'platform.delete_person(uuid,uuid[],boolean,text,integer,text)',
  'platform.erase_deleted_person(uuid,text)',
  'platform.erased_people()',
  // Three numbers, for the console’s session alone.
  'platform.preview_public_broadcast(uuid)',
];
