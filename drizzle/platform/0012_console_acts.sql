-- What the console may do to people, and what its check of an audit log reads.
GRANT UPDATE (is_active, updated_at) ON platform.users TO tenantry_console;
-- The log says the same of them; what of an event is no part of the log stays closed.
GRANT SELECT (id, tenant_id, type, subject_id, actor_id, actor_name, request_id, payload, created_at, sealed_at)
  ON platform.events TO tenantry_console;
-- As for the application: an event that is added as sealed would escape the audit log.
CREATE POLICY console_adds_plain_events ON platform.events AS RESTRICTIVE FOR INSERT TO tenantry_console
  WITH CHECK (done_at IS NULL AND sealed_at IS NULL);
--> statement-breakpoint
-- Who may not sign in any more has no sessions either: the account's return must not bring a copied
-- cookie or token back to life.
CREATE FUNCTION platform.end_sessions_of_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.sessions SET revoked_at = now()
  WHERE user_id = NEW.id AND revoked_at IS NULL AND expires_at > now();
  RETURN NULL;
END
$$;
CREATE TRIGGER users_end_sessions AFTER UPDATE ON platform.users FOR EACH ROW
  WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION platform.end_sessions_of_person();
--> statement-breakpoint
-- Somebody can always open the console. Two superusers who deactivate each other at the same moment
-- come here one after the other, and the second is refused.
CREATE FUNCTION platform.keep_a_superuser() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.superusers', 0));
  IF NOT EXISTS (SELECT FROM platform.users u WHERE u.is_active AND u.is_superuser) THEN
    RAISE EXCEPTION 'No superuser would be left.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'users_superuser_left';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_keep_a_superuser AFTER UPDATE ON platform.users FOR EACH ROW
  WHEN (OLD.is_active AND OLD.is_superuser AND NOT (NEW.is_active AND NEW.is_superuser))
  EXECUTE FUNCTION platform.keep_a_superuser();
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.end_sessions_of_person() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_a_superuser() FROM PUBLIC;
