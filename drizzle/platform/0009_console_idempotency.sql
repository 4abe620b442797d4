CREATE TABLE "platform"."console_idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"headers" text,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "console_idempotency_keys_pkey" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
ALTER TABLE "platform"."console_idempotency_keys" ADD CONSTRAINT "console_idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE platform.console_idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.console_idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.console_idempotency_keys TO tenantry_owner
  USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Whose session opened the console, as is_console() asks whether one did.
CREATE FUNCTION platform.console_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT s.user_id FROM platform.sessions s
  WHERE s.id = nullif(current_setting('app.console_session', true), '')::uuid AND platform.is_console()
$$;
REVOKE ALL ON FUNCTION platform.console_person() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.console_person() TO tenantry_console;
--> statement-breakpoint
-- Keys are a person's own: one superuser neither sees nor takes another's. What has run out is taken
-- over, so that nothing need be deleted.
CREATE POLICY console ON platform.console_idempotency_keys TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console_own ON platform.console_idempotency_keys AS RESTRICTIVE TO tenantry_console
  USING (user_id = platform.console_person()) WITH CHECK (user_id = platform.console_person());
GRANT SELECT, INSERT ON platform.console_idempotency_keys TO tenantry_console;
GRANT UPDATE (fingerprint, status, headers, body, created_at) ON platform.console_idempotency_keys
  TO tenantry_console;
--> statement-breakpoint
-- As before, and the console's keys too.
CREATE OR REPLACE FUNCTION platform.prune(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  gone integer;
  total integer := 0;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  -- The key is as old as the row, so the first rows by key are those to go.
  DELETE FROM platform.events WHERE id IN (
    SELECT e.id FROM platform.events e
    WHERE e.created_at < now() - interval '30 days'
      AND e.done_at IS NOT NULL AND e.sealed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM platform.jobs j WHERE j.event_id = e.id AND j.done_at IS NULL)
    ORDER BY e.id LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.jobs WHERE id IN (
    SELECT j.id FROM platform.jobs j
    WHERE j.done_at < now() - interval '7 days' ORDER BY j.id LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.sessions WHERE id IN (
    SELECT s.id FROM platform.sessions s
    WHERE s.expires_at < now() - interval '1 day' ORDER BY s.expires_at LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.refresh_tokens WHERE id IN (
    SELECT t.id FROM platform.refresh_tokens t
    WHERE t.expires_at < now() - interval '1 day' LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.rate_limits WHERE key IN (
    SELECT r.key FROM platform.rate_limits r WHERE r.ends_at < now() ORDER BY r.ends_at LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.idempotency_keys WHERE ctid = ANY (ARRAY(
    SELECT k.ctid FROM platform.idempotency_keys k
    WHERE k.created_at < now() - interval '1 day' LIMIT p_limit));
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM platform.console_idempotency_keys WHERE ctid = ANY (ARRAY(
    SELECT k.ctid FROM platform.console_idempotency_keys k
    WHERE k.created_at < now() - interval '1 day' LIMIT p_limit));
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN total + gone;
END
$$;
