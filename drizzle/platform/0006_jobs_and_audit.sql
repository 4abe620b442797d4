-- Events become jobs, jobs are worked off under leases, events are sealed into the audit log.
-- `key` names a job that must exist once, as a day's housekeeping; `sealed_at` says that the audit log
-- has the event: sequence numbers say nothing about what is still uncommitted, a mark on the row does.
ALTER TABLE platform.jobs ADD COLUMN key text;
ALTER TABLE platform.events ADD COLUMN sealed_at timestamp (3) with time zone;
CREATE UNIQUE INDEX jobs_key_key ON platform.jobs (tenant_id, kind, key) WHERE key is not null;
CREATE UNIQUE INDEX jobs_platform_key_key ON platform.jobs (kind, key)
  WHERE tenant_id is null and key is not null;
CREATE INDEX jobs_dead_idx ON platform.jobs (dead_at) WHERE dead_at is not null;
CREATE INDEX events_unsealed_idx ON platform.events (tenant_id, id) WHERE sealed_at is null;
-- Null is equal to nothing, so the platform's own chain needs a key of its own.
CREATE UNIQUE INDEX audit_log_platform_seq_key ON platform.audit_log (seq DESC NULLS FIRST)
  WHERE tenant_id is null;
--> statement-breakpoint
-- The application adds plain rows only. A job with an event's number would keep the real one from
-- being made, and tell by its key whether there is one; a sealed event would escape the audit log.
CREATE POLICY app_adds_plain_jobs ON platform.jobs AS RESTRICTIVE FOR INSERT TO tenantry_app
  WITH CHECK (event_id IS NULL AND lease_id IS NULL AND done_at IS NULL AND dead_at IS NULL);
CREATE POLICY app_adds_plain_events ON platform.events AS RESTRICTIVE FOR INSERT TO tenantry_app
  WITH CHECK (done_at IS NULL AND sealed_at IS NULL);
--> statement-breakpoint
CREATE FUNCTION platform.announce_job() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  -- A statement that added nothing announces nothing: workers would wake each other for ever.
  IF EXISTS (SELECT FROM added) THEN PERFORM pg_notify('tenantry_jobs', ''); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER jobs_announce AFTER INSERT ON platform.jobs REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.announce_job();
--> statement-breakpoint
-- What the worker calls crosses tenants, so none of it does anything inside a tenant's transaction.
CREATE FUNCTION platform.is_unbound() RETURNS boolean
LANGUAGE sql STABLE SET search_path = platform, pg_temp AS $$
  SELECT nullif(current_setting('app.tenant_id', true), '') IS NULL
$$;
--> statement-breakpoint
-- Gives each new event one job for every kind that reacts to it, and marks it as told.
-- p_reactions: event type, or a pattern with *, to a list of kinds.
CREATE FUNCTION platform.fan_out_events(p_reactions jsonb, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  told integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  WITH due AS MATERIALIZED (
    SELECT e.id, e.tenant_id, e.type FROM platform.events e
    WHERE e.done_at IS NULL AND e.run_at <= now()
    ORDER BY e.run_at, e.id LIMIT p_limit FOR UPDATE SKIP LOCKED
  ), made AS (
    INSERT INTO platform.jobs (tenant_id, kind, event_id)
    SELECT d.tenant_id, k.kind, d.id FROM due d
    JOIN jsonb_each(p_reactions) AS r(pattern, kinds)
      ON d.type LIKE replace(replace(r.pattern, '_', '\_'), '*', '%')
    CROSS JOIN jsonb_array_elements_text(r.kinds) AS k(kind)
    ORDER BY d.id
    ON CONFLICT DO NOTHING
  )
  UPDATE platform.events e SET done_at = now() FROM due d WHERE e.id = d.id;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END
$$;
--> statement-breakpoint
-- Lends out due jobs. A job that is out is due again when its lease ends, so that nothing has to be
-- done about a worker that died. What is in the job is told to its holder alone, by read_job.
CREATE FUNCTION platform.lease_jobs(p_limit integer, p_seconds integer)
RETURNS TABLE (id bigint, lease_id uuid, kind text, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH due AS MATERIALIZED (
    SELECT j.id FROM platform.jobs j
    WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= now() AND platform.is_unbound()
    ORDER BY j.run_at, j.id LIMIT p_limit FOR UPDATE SKIP LOCKED
  )
  UPDATE platform.jobs j
  SET lease_id = gen_random_uuid(), attempts = j.attempts + 1,
    locked_until = now() + make_interval(secs => p_seconds),
    run_at = now() + make_interval(secs => p_seconds)
  FROM due WHERE j.id = due.id
  RETURNING j.id, j.lease_id, j.kind, j.attempts
$$;
--> statement-breakpoint
CREATE FUNCTION platform.read_job(p_id bigint, p_lease uuid)
RETURNS TABLE (tenant_id uuid, payload jsonb, event_id bigint, event jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT j.tenant_id, j.payload, j.event_id,
    CASE WHEN e.id IS NOT NULL THEN jsonb_build_object(
      'id', e.id, 'type', e.type, 'subjectId', e.subject_id, 'actorId', e.actor_id,
      'actorName', e.actor_name, 'requestId', e.request_id, 'payload', e.payload,
      'cacheTags', e.cache_tags, 'createdAt', e.created_at) END
  FROM platform.jobs j LEFT JOIN platform.events e ON e.id = j.event_id
  WHERE j.id = p_id AND j.lease_id = p_lease AND platform.is_unbound()
$$;
--> statement-breakpoint
-- Both answer whether the lease still held. Who lost it can neither finish nor fail the job.
CREATE FUNCTION platform.finish_job(p_id bigint, p_lease uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.jobs SET done_at = now(), lease_id = NULL, locked_until = NULL, last_error = NULL
  WHERE id = p_id AND lease_id = p_lease;
  RETURN FOUND;
END
$$;
CREATE FUNCTION platform.fail_job(
  p_id bigint, p_lease uuid, p_error text, p_retry_seconds double precision
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.jobs SET lease_id = NULL, locked_until = NULL, last_error = left(p_error, 1000),
    run_at = now() + make_interval(secs => coalesce(p_retry_seconds, 0)),
    dead_at = CASE WHEN p_retry_seconds IS NULL THEN now() END
  WHERE id = p_id AND lease_id = p_lease;
  RETURN FOUND;
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.job_health()
RETURNS TABLE (oldest_seconds double precision, dead bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT extract(epoch FROM now() - least(
      (SELECT min(e.run_at) FROM platform.events e WHERE e.done_at IS NULL AND e.run_at <= now()),
      (SELECT min(j.run_at) FROM platform.jobs j
        WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= now())
    ))::double precision,
    (SELECT count(*) FROM platform.jobs j WHERE j.dead_at IS NOT NULL)
  WHERE platform.is_unbound()
$$;
--> statement-breakpoint
-- One row a day, whoever asks how often.
CREATE FUNCTION platform.plan_housekeeping() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  INSERT INTO platform.jobs (kind, key)
  SELECT 'housekeeping', (now() AT TIME ZONE 'UTC')::date::text WHERE platform.is_unbound()
  ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
-- Takes away what nobody needs any more, at most p_limit rows of each table.
CREATE FUNCTION platform.prune(p_limit integer) RETURNS integer
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
  RETURN total + gone;
END
$$;
--> statement-breakpoint
-- One field of what is hashed: its length in bytes and itself, so that no two rows give one text.
CREATE FUNCTION platform.audit_field(p_value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = platform, pg_temp AS $$
  SELECT coalesce(octet_length(p_value) || ':' || p_value, '-')
$$;
--> statement-breakpoint
-- Moves a tenant's events (null: the platform's own) into its audit log, each row with the hash of
-- the one before. What commits late is sealed late; nothing is skipped. Answers whether more is left.
CREATE FUNCTION platform.seal_audit(p_tenant uuid, p_limit integer DEFAULT 500) RETURNS boolean
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
  RETURN cardinality(sealed) >= p_limit;
END
$$;
--> statement-breakpoint
-- The same for whoever has something to seal. In the order of their ids, so that two hands never
-- wait for each other. Answers whether more is left.
CREATE FUNCTION platform.seal_all_audit(p_limit integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  tenant uuid;
  tenants integer := 0;
  more boolean := false;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN false; END IF;
  FOR tenant IN
    SELECT DISTINCT e.tenant_id FROM platform.events e WHERE e.sealed_at IS NULL
    ORDER BY e.tenant_id LIMIT 50
  LOOP
    tenants := tenants + 1;
    more := platform.seal_audit(tenant, p_limit) OR more;
  END LOOP;
  RETURN more OR tenants = 50;
END
$$;
--> statement-breakpoint
-- Append-only, for the owner role too. The one way out is a purge that the law asks for: a deletion
-- by the owner in a transaction with `SET LOCAL tenantry.audit_purge = 'on'`. No setting allows a change.
CREATE FUNCTION platform.keep_audit_log() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('tenantry.audit_purge', true) = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'The audit log is append-only.' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION platform.keep_audit_log();
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.announce_job() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_audit_log() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.is_unbound() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.audit_field(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.fan_out_events(jsonb, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.lease_jobs(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_job(bigint, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.finish_job(bigint, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.fail_job(bigint, uuid, text, double precision) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.job_health() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.plan_housekeeping() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.prune(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.seal_audit(uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.seal_all_audit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.fan_out_events(jsonb, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.lease_jobs(integer, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.read_job(bigint, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.finish_job(bigint, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.fail_job(bigint, uuid, text, double precision) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.job_health() TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.plan_housekeeping() TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.prune(integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.seal_audit(uuid, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.seal_all_audit(integer) TO tenantry_app;
