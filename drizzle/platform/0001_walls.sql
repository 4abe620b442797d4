-- Row security of the platform tables. The owner role sees everything (migrations, the functions
-- of the next file); the application sees the rows of the tenant that its transaction is bound to.
ALTER TABLE platform.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.domains ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.domains FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.users FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.memberships FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.events FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.jobs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_maintenance ON platform.tenants TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.domains TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.users TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.memberships TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.sessions TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.events TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.jobs TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY tenant_isolation ON platform.tenants TO tenantry_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.domains TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.memberships TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.events TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.jobs TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
--> statement-breakpoint
-- Nothing for users and sessions: the application reaches people only through functions.
GRANT USAGE ON SCHEMA platform TO tenantry_app;
GRANT SELECT ON platform.tenants, platform.domains, platform.memberships TO tenantry_app;
GRANT UPDATE (name, settings, metadata, updated_at) ON platform.tenants TO tenantry_app;
GRANT SELECT, INSERT ON platform.events, platform.jobs TO tenantry_app;
