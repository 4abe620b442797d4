-- The platform's console: what the web process may do across tenants while the session of a
-- superuser lives on the root host. Roles belong to the server, so a migration cannot make one.
DO $$
BEGIN
  IF to_regrole('tenantry_console') IS NULL THEN
    RAISE EXCEPTION 'The role tenantry_console is missing, which this release needs. Run "npm run tenant -- db-setup" once more, with the passwords of the other two roles in TENANTRY_OWNER_PASSWORD and TENANTRY_APP_PASSWORD, then migrate again.';
  END IF;
END
$$;
--> statement-breakpoint
-- True while app.console_session, bound to the transaction, names such a session.
CREATE FUNCTION platform.is_console() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id
    WHERE s.id = nullif(current_setting('app.console_session', true), '')::uuid
      AND s.tenant_id IS NULL
      AND s.revoked_at IS NULL AND s.expires_at > now()
      AND u.is_active AND u.is_superuser
  )
$$;
REVOKE ALL ON FUNCTION platform.is_console() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.is_console() TO tenantry_console;
--> statement-breakpoint
-- As a subquery it is asked once for a statement; as a bare call once for every row.
CREATE POLICY console ON platform.tenants TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.domains TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.users TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.memberships TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.events TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.audit_log TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
--> statement-breakpoint
-- No tenant's own tables, no session, no job. Of people everything but the password's hash, which
-- can be given to somebody new and neither read nor changed; nor can it make a superuser.
GRANT USAGE ON SCHEMA platform TO tenantry_console;
GRANT SELECT, INSERT ON platform.tenants, platform.domains, platform.memberships TO tenantry_console;
GRANT UPDATE (name, status, settings, metadata, suspended_at, updated_at) ON platform.tenants
  TO tenantry_console;
GRANT SELECT (id, email, name, is_active, is_superuser, email_verified_at, created_at, updated_at),
  INSERT (id, email, name, password_hash) ON platform.users TO tenantry_console;
GRANT INSERT ON platform.events TO tenantry_console;
GRANT SELECT ON platform.audit_log TO tenantry_console;
--> statement-breakpoint
-- The lists of the console: what a row needs of other tables, too, so that it can be searched and
-- sorted by. They read with the rights of whoever asks.
CREATE VIEW platform.console_tenants WITH (security_invoker = true) AS
  SELECT t.id, t.slug, t.name, t.status, t.placement, u.name AS owner_name, u.email AS owner_email,
    (SELECT count(*) FROM platform.memberships m WHERE m.tenant_id = t.id) AS members, t.created_at
  FROM platform.tenants t JOIN platform.users u ON u.id = t.owner_id;
CREATE VIEW platform.console_people WITH (security_invoker = true) AS
  SELECT u.id, u.email, u.name, u.is_superuser, u.is_active,
    (SELECT count(*) FROM platform.memberships m WHERE m.user_id = u.id) AS tenants, u.created_at
  FROM platform.users u;
GRANT SELECT ON platform.console_tenants, platform.console_people TO tenantry_console;
