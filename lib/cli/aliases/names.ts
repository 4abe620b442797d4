/** Commands as django-omnitenant, django-tenant-users and django-tenants call them (S3.16-S3.22, S4.20). */
export const commandAliases: Record<string, string[]> = {
  create: ['createtenant', 'create_tenant', 'create-tenant'],
  'create-superuser': ['createsuperuser'],
  'create-public': ['create_public_tenant', 'createpublictenant', 'create-public-tenant'],
  'create-tenant-superuser': ['createtenantsuperuser', 'create_tenant_superuser'],
  list: ['showtenants', 'list_tenants'],
  show: ['showtenant'],
  migrate: ['migratetenant', 'migratealltenants', 'migratetenants', 'migrate_schemas'],
  migrations: ['showtenantmigrations', 'showmigrations'],
  delete: ['delete_tenant', 'deletetenant'],
  transfer: ['transfer_ownership', 'transferownership'],
  rename: ['rename_schema'],
  shell: ['tenantshell', 'tenant_shell'],
};

/** Options likewise; what begins with a command goes for that one alone. */
export const optionAliases: Record<string, string[]> = {
  'create slug': ['tenant-id', 'schema-name'],
  tenant: ['tenant-id', 'schema'],
  placement: ['isolation-type'],
  domain: ['domain-url'],
  'create owner-email': ['email'],
  'create-public owner-email': ['email'],
  'transfer to-email': ['new-owner', 'email'],
  'no-input': ['noinput'],
};
