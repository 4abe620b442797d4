DROP INDEX "platform"."domains_tenant_idx";--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "token" text DEFAULT replace(gen_random_uuid()::text, '-', '') NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "proved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "state" text DEFAULT 'added' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "pointing" text;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "next_check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "pending_since" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "hosting_state" text;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD COLUMN "hosting_note" text;--> statement-breakpoint
CREATE UNIQUE INDEX "domains_own_hostname_key" ON "platform"."domains" USING btree ("tenant_id","hostname");--> statement-breakpoint
CREATE INDEX "domains_due_idx" ON "platform"."domains" USING btree ("next_check_at") WHERE next_check_at is not null;--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD CONSTRAINT "domains_state_check" CHECK (state in ('added', 'unproved', 'held', 'unknown', 'elsewhere', 'nowhere', 'connected'));--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD CONSTRAINT "domains_pointing_check" CHECK (pointing in ('here', 'elsewhere', 'nowhere', 'unknown'));--> statement-breakpoint
ALTER TABLE "platform"."domains" ADD CONSTRAINT "domains_hosting_check" CHECK (hosting_state in ('ready', 'pending', 'failed'));
--> statement-breakpoint
-- What follows of a row by itself: only what is verified can be primary, and what is verified from the
-- start waits for no check.
CREATE FUNCTION platform.settle_domain() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  IF NEW.verified_at IS NULL THEN NEW.is_primary := false; END IF;
  IF TG_OP = 'INSERT' AND NEW.verified_at IS NULL AND NEW.next_check_at IS NULL THEN
    NEW.next_check_at := now();
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION platform.settle_domain() FROM PUBLIC;
-- Those that wait already are looked at, too.
UPDATE platform.domains SET next_check_at = now() WHERE verified_at IS NULL;
CREATE TRIGGER domains_settle BEFORE INSERT OR UPDATE ON platform.domains
  FOR EACH ROW EXECUTE FUNCTION platform.settle_domain();
--> statement-breakpoint
-- A tenant adds a name and takes it back, and chooses among what is verified. Token, proof, state and
-- times are nobody's to write: note_domain_check alone does.
GRANT INSERT (id, tenant_id, hostname), DELETE, UPDATE (is_primary, hosting_state, hosting_note)
  ON platform.domains TO tenantry_app;
-- A superuser may vouch for a name; the console records it.
GRANT UPDATE (verified_at) ON platform.domains TO tenantry_console;
--> statement-breakpoint
-- Notes what a look into the DNS found, and does what follows: verifies, moves the name from the tenant
-- that held it, takes it back after days of failed checks; with events, and the job of the next look.
-- Checks of one name come one after the other. PostgreSQL cannot ask the DNS itself: it takes the word
-- of the application for what was seen, and decides alone what that proves.
-- p_seen: the values of the TXT records, null where the DNS gave no answer.
CREATE FUNCTION platform.note_domain_check(p_tenant uuid, p_domain uuid, p_seen jsonb, p_pointing text,
  p_detail text, p_actor uuid, p_actor_name text, p_request text)
RETURNS TABLE (outcome text, cache_tags text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  own platform.domains;
  holder platform.domains;
  is_proved boolean;
  is_failing boolean := false;
  now_verified boolean;
  next_at timestamptz;
BEGIN
  -- Never inside a tenant's transaction: what a tenant runs there cannot verify anything.
  IF NOT platform.is_unbound() THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.domain ' || d.hostname, 0))
  FROM platform.domains d WHERE d.id = p_domain AND d.tenant_id = p_tenant;
  -- Before their domains, as who deletes a tenant does: its events and jobs point to it.
  PERFORM FROM platform.tenants t WHERE t.id = p_tenant OR t.id = (
    SELECT h.tenant_id FROM platform.domains d JOIN platform.domains h ON h.hostname = d.hostname
    WHERE d.id = p_domain AND d.tenant_id = p_tenant AND h.verified_at IS NOT NULL)
  ORDER BY t.id FOR KEY SHARE;
  SELECT d.* INTO own FROM platform.domains d JOIN platform.tenants t ON t.id = d.tenant_id
  WHERE d.id = p_domain AND d.tenant_id = p_tenant AND t.status <> 'deleted' FOR UPDATE OF d;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT d.* INTO holder FROM platform.domains d
  WHERE d.hostname = own.hostname AND d.verified_at IS NOT NULL AND d.id <> own.id FOR UPDATE;

  outcome := 'noted';
  cache_tags := '{}';
  is_proved := coalesce(p_seen ? ('tenantry-verify=' || own.token), false);
  now_verified := own.verified_at IS NOT NULL;
  IF p_seen IS NULL THEN
    own.state := 'unknown';
  ELSIF is_proved AND holder.id IS NOT NULL AND p_seen ? ('tenantry-verify=' || holder.token) THEN
    -- Both prove it. Who holds it keeps it until their record is gone.
    own.state := 'held';
  ELSIF is_proved OR (now_verified AND own.proved_at IS NULL) THEN
    own.state := CASE p_pointing WHEN 'here' THEN 'connected' WHEN 'elsewhere' THEN 'elsewhere'
      WHEN 'nowhere' THEN 'nowhere' ELSE 'unknown' END;
    IF is_proved THEN
      own.proved_at := coalesce(own.proved_at, now());
      IF NOT now_verified THEN
        now_verified := true;
        outcome := 'verified';
        own.failures := 0;
        own.failing_since := NULL;
        cache_tags := ARRAY['host:' || right(own.hostname, 250), 'platform:demo-tenants'];
        IF holder.id IS NOT NULL THEN
          DELETE FROM platform.domains d WHERE d.id = holder.id;
          INSERT INTO platform.events (tenant_id, type, subject_id, payload, cache_tags)
          VALUES (holder.tenant_id, 'domain.removed', holder.id, jsonb_build_object('resource', 'domains',
            'label', own.hostname, 'moved', true),
            CASE WHEN holder.is_primary THEN cache_tags || ('t:' || holder.tenant_id) ELSE cache_tags END);
        END IF;
        INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload, cache_tags)
        VALUES (own.tenant_id, 'domain.verified', own.id, p_actor, coalesce(p_actor_name, ''), coalesce(p_request, ''),
          jsonb_build_object('resource', 'domains', 'label', own.hostname), cache_tags);
      END IF;
    END IF;
  ELSE
    own.state := 'unproved';
  END IF;

  -- A verified name fails when its record or every address is gone. An outage of the DNS is none.
  IF now_verified AND own.proved_at IS NOT NULL AND outcome = 'noted' THEN
    is_failing := own.state IN ('unproved', 'nowhere');
    IF is_failing THEN
      own.failures := own.failures + 1;
      IF own.failing_since IS NULL THEN
        own.failing_since := now();
        INSERT INTO platform.events (tenant_id, type, subject_id, payload)
        VALUES (own.tenant_id, 'domain.failing', own.id, jsonb_build_object('resource', 'domains',
          'label', own.hostname, 'state', own.state));
      ELSIF own.failures >= 5 AND own.failing_since <= now() - interval '3 days' THEN
        outcome := 'failed';
        now_verified := false;
        cache_tags := ARRAY['host:' || right(own.hostname, 250), 'platform:demo-tenants'];
        IF own.is_primary THEN cache_tags := cache_tags || ('t:' || own.tenant_id); END IF;
        INSERT INTO platform.events (tenant_id, type, subject_id, payload, cache_tags)
        VALUES (own.tenant_id, 'domain.failed', own.id, jsonb_build_object('resource', 'domains',
          'label', own.hostname, 'state', own.state), cache_tags);
        own.failures := 0;
        own.failing_since := NULL;
        own.proved_at := NULL;
        own.pending_since := now();
      END IF;
    ELSIF own.state <> 'unknown' THEN
      own.failures := 0;
      own.failing_since := NULL;
    END IF;
  END IF;

  -- Often at first, then less, and after 30 days without proof not at all. Spread a little, so that
  -- what came together is not looked at together for ever.
  next_at := CASE
    WHEN now_verified AND own.failing_since IS NOT NULL THEN now() + interval '6 hours'
    WHEN now_verified AND own.state = 'unknown' THEN now() + interval '1 hour'
    WHEN now_verified AND own.state IN ('nowhere', 'elsewhere') AND coalesce(own.verified_at, now()) > now() - interval '1 day'
      THEN now() + interval '10 minutes'
    WHEN now_verified THEN now() + interval '1 day' * (1 + random() / 24)
    WHEN own.pending_since < now() - interval '30 days' THEN NULL
    ELSE now() + least(interval '1 day', greatest(interval '1 minute', (now() - own.pending_since) / 8))
  END;
  UPDATE platform.domains d SET
    verified_at = CASE WHEN now_verified THEN coalesce(own.verified_at, now()) END,
    proved_at = own.proved_at, state = own.state, pointing = p_pointing, detail = left(p_detail, 500),
    checked_at = now(), next_check_at = next_at, pending_since = own.pending_since,
    failures = own.failures, failing_since = own.failing_since
  WHERE d.id = own.id;
  IF next_at IS NOT NULL THEN
    INSERT INTO platform.jobs (tenant_id, kind, key, payload, run_at)
    VALUES (own.tenant_id, 'domains.check', own.id || '@' || floor(extract(epoch FROM next_at)),
      jsonb_build_object('domainId', own.id), next_at)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
-- Asks for the checks that are due and that no job stands for any more: each check plans the next one,
-- and this mends a chain that broke. It does nothing for a tenant.
CREATE FUNCTION platform.plan_domain_checks(p_limit integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  planned integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  WITH due AS MATERIALIZED (
    SELECT d.id, d.tenant_id FROM platform.domains d JOIN platform.tenants t ON t.id = d.tenant_id
    WHERE d.next_check_at < now() - interval '5 minutes' AND t.status <> 'deleted'
    ORDER BY d.next_check_at LIMIT p_limit FOR UPDATE OF d SKIP LOCKED
  ), moved AS (
    UPDATE platform.domains d SET next_check_at = now() FROM due WHERE d.id = due.id
  )
  INSERT INTO platform.jobs (tenant_id, kind, key, payload)
  SELECT due.tenant_id, 'domains.check', due.id || '@' || floor(extract(epoch FROM now())),
    jsonb_build_object('domainId', due.id)
  FROM due ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS planned = ROW_COUNT;
  RETURN planned;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.note_domain_check(uuid, uuid, jsonb, text, text, uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.plan_domain_checks(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.note_domain_check(uuid, uuid, jsonb, text, text, uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.plan_domain_checks(integer) TO tenantry_app;
