-- Row security of the tables that came with the write path. What the application may not see at all
-- has no policy for it, and is reached through functions.
ALTER TABLE platform.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.audit_log FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.idempotency_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.rate_limits ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.rate_limits FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.refresh_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.refresh_tokens FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_maintenance ON platform.audit_log TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.idempotency_keys TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.rate_limits TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.refresh_tokens TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY tenant_isolation ON platform.audit_log TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.idempotency_keys TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT ON platform.audit_log TO tenantry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.idempotency_keys TO tenantry_app;
--> statement-breakpoint
-- How often something was tried may be forgotten in a crash; writing it must be cheap.
ALTER TABLE platform.rate_limits SET UNLOGGED;
--> statement-breakpoint
-- A member's name and email are copies of the person's: lists are sorted and searched inside the
-- tenant, where nobody else's people can be seen.
CREATE FUNCTION platform.copy_person_to_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  SELECT u.name, u.email INTO NEW.name, NEW.email FROM platform.users u WHERE u.id = NEW.user_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.copy_person_to_memberships() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.memberships SET name = NEW.name, email = NEW.email WHERE user_id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER memberships_copy_person BEFORE INSERT OR UPDATE ON platform.memberships
  FOR EACH ROW EXECUTE FUNCTION platform.copy_person_to_membership();
CREATE TRIGGER users_copy_person AFTER UPDATE OF name, email ON platform.users
  FOR EACH ROW EXECUTE FUNCTION platform.copy_person_to_memberships();
UPDATE platform.memberships SET modified_at = modified_at;
REVOKE ALL ON FUNCTION platform.copy_person_to_membership() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.copy_person_to_memberships() FROM PUBLIC;
--> statement-breakpoint
-- How many rows the planner expects to see in a table, for lists that are too long to be counted.
-- It runs with its caller's rights: row security holds, and EXPLAIN would tell the caller the same.
CREATE FUNCTION platform.estimate_rows(table_name text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM %s', to_regclass(table_name)) INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.estimate_rows(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.estimate_rows(text) TO tenantry_app;
