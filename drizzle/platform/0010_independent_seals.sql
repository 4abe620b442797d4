CREATE TABLE "platform"."seal_faults" (
	"tenant_id" uuid,
	"reason" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retry_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seal_faults_tenant_key" UNIQUE NULLS NOT DISTINCT("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "platform"."seal_faults" ADD CONSTRAINT "seal_faults_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE platform.seal_faults ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.seal_faults FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.seal_faults TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Each log is sealed in a transaction of its own, so that one that cannot be keeps no other waiting.
DROP FUNCTION platform.seal_all_audit(integer);
--> statement-breakpoint
-- As before, and a log that was sealed has no fault any more.
CREATE OR REPLACE FUNCTION platform.seal_audit(p_tenant uuid, p_limit integer DEFAULT 500) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  event record;
  place bigint;
  link text;
  seal text;
  sealed bigint[] := '{}';
BEGIN
  IF NOT platform.is_unbound()
    AND p_tenant IS DISTINCT FROM current_setting('app.tenant_id', true)::uuid THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM platform.events e WHERE e.sealed_at IS NULL
    AND (e.tenant_id = p_tenant OR p_tenant IS NULL AND e.tenant_id IS NULL)) THEN RETURN false; END IF;
  -- One chain, one hand at a time; what the other hand has sealed is seen by the next statement.
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.audit.' || coalesce(p_tenant::text, ''), 0));
  SELECT a.seq, a.hash INTO place, link FROM platform.audit_log a
  WHERE a.tenant_id = p_tenant OR p_tenant IS NULL AND a.tenant_id IS NULL
  ORDER BY a.seq DESC LIMIT 1;
  place := coalesce(place, 0);
  link := coalesce(link, repeat('0', 64));
  FOR event IN
    SELECT e.*, coalesce(e.payload ->> 'resource', '') AS resource, coalesce(e.payload ->> 'label', '') AS label
    FROM platform.events e WHERE e.sealed_at IS NULL
      AND (e.tenant_id = p_tenant OR p_tenant IS NULL AND e.tenant_id IS NULL)
    ORDER BY e.id LIMIT p_limit
  LOOP
    place := place + 1;
    seal := encode(sha256(convert_to(concat_ws(E'\n', link,
      platform.audit_field(place::text), platform.audit_field(event.id::text),
      platform.audit_field(event.tenant_id::text),
      platform.audit_field(to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      platform.audit_field(event.type), platform.audit_field(event.resource),
      platform.audit_field(event.subject_id::text), platform.audit_field(event.label),
      platform.audit_field(event.actor_id::text), platform.audit_field(event.actor_name),
      platform.audit_field(event.request_id), platform.audit_field(event.payload::text)
    ), 'UTF8')), 'hex');
    INSERT INTO platform.audit_log (id, tenant_id, seq, created_at, type, resource, subject_id, label,
      actor_id, actor_name, request_id, payload, previous_hash, hash)
    VALUES (event.id, event.tenant_id, place, event.created_at, event.type, event.resource,
      event.subject_id, event.label, event.actor_id, event.actor_name, event.request_id,
      event.payload, link, seal);
    link := seal;
    sealed := sealed || event.id;
  END LOOP;
  UPDATE platform.events SET sealed_at = now() WHERE id = ANY (sealed);
  DELETE FROM platform.seal_faults f
  WHERE f.tenant_id = p_tenant OR p_tenant IS NULL AND f.tenant_id IS NULL;
  RETURN cardinality(sealed) >= p_limit;
END
$$;
--> statement-breakpoint
-- Whose events wait to be sealed (null: the platform's own), but for those whose turn to be tried
-- again has not come. From tenant to tenant through the index: a log that has waited for long must
-- not be read through at every look.
CREATE FUNCTION platform.list_unsealed(p_limit integer) RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH RECURSIVE waiting AS (
    (SELECT e.tenant_id FROM platform.events e
      WHERE e.sealed_at IS NULL AND e.tenant_id IS NOT NULL AND platform.is_unbound()
      ORDER BY e.tenant_id, e.id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.tenant_id FROM platform.events e
      WHERE e.sealed_at IS NULL AND e.tenant_id > w.tenant_id ORDER BY e.tenant_id, e.id LIMIT 1)
    FROM waiting w WHERE w.tenant_id IS NOT NULL
  )
  SELECT w.tenant_id FROM waiting w WHERE w.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM platform.seal_faults f WHERE f.tenant_id = w.tenant_id AND f.retry_at > now())
  UNION ALL
  SELECT NULL WHERE platform.is_unbound()
    AND EXISTS (SELECT FROM platform.events e WHERE e.sealed_at IS NULL AND e.tenant_id IS NULL)
    AND NOT EXISTS (
      SELECT FROM platform.seal_faults f WHERE f.tenant_id IS NULL AND f.retry_at > now())
  LIMIT p_limit
$$;
--> statement-breakpoint
-- Notes that a log could not be sealed: tried again after 5 seconds, then after twice as long each
-- time, at most an hour. Answers how often it was tried; nothing for a tenant that is gone.
CREATE FUNCTION platform.note_seal_fault(p_tenant uuid, p_reason text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  INSERT INTO platform.seal_faults AS f (tenant_id, reason, retry_at)
  SELECT p_tenant, left(p_reason, 500), now() + interval '5 seconds'
  WHERE platform.is_unbound()
    AND (p_tenant IS NULL OR EXISTS (SELECT FROM platform.tenants t WHERE t.id = p_tenant))
  ON CONFLICT (tenant_id) DO UPDATE SET reason = excluded.reason, attempts = f.attempts + 1,
    retry_at = now() + make_interval(secs => least(3600, 5 * 2 ^ least(f.attempts, 12)))
  RETURNING f.attempts
$$;
--> statement-breakpoint
-- As before, and how many logs have events that could not be sealed.
DROP FUNCTION platform.job_health();
CREATE FUNCTION platform.job_health()
RETURNS TABLE (oldest_seconds double precision, dead bigint, unsealed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT extract(epoch FROM now() - least(
      (SELECT min(e.run_at) FROM platform.events e WHERE e.done_at IS NULL AND e.run_at <= now()),
      (SELECT min(j.run_at) FROM platform.jobs j
        WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= now())
    ))::double precision,
    (SELECT count(*) FROM platform.jobs j WHERE j.dead_at IS NOT NULL),
    (SELECT count(*) FROM platform.seal_faults f WHERE EXISTS (
      SELECT FROM platform.events e WHERE e.sealed_at IS NULL
        AND (e.tenant_id = f.tenant_id OR f.tenant_id IS NULL AND e.tenant_id IS NULL)))
  WHERE platform.is_unbound()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.list_unsealed(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.note_seal_fault(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.job_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.list_unsealed(integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.note_seal_fault(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.job_health() TO tenantry_app;
