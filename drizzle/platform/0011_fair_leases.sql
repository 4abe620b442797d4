CREATE INDEX "jobs_turn_idx" ON "platform"."jobs" USING btree (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid),"run_at","id") WHERE done_at is null and dead_at is null;
--> statement-breakpoint
-- As before, but times are compared as they are stored, in whole milliseconds: what was due at once
-- was stored up to half a one later, and then waited for the next look.
CREATE OR REPLACE FUNCTION platform.fan_out_events(p_reactions jsonb, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  told integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  WITH due AS MATERIALIZED (
    SELECT e.id, e.tenant_id, e.type FROM platform.events e
    WHERE e.done_at IS NULL AND e.run_at <= now()::timestamp (3) with time zone
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
-- Lends out due jobs, tenant by tenant: one of each before a second of any, beginning after the one
-- whose turn was last. The platform's own jobs are one tenant's among the others. A job that is out
-- is due again when its lease ends, so that nothing has to be done about a worker that died. What is
-- in the job is told to its holder alone, by read_job. The last row's turn is what to begin after the
-- next time. By index always: statistics are of no use for a queue, which is empty or full.
DROP FUNCTION platform.lease_jobs(integer, integer);
CREATE FUNCTION platform.lease_jobs(p_limit integer, p_seconds integer, p_turn uuid DEFAULT NULL)
RETURNS TABLE (id bigint, lease_id uuid, kind text, attempts integer, turn uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
#variable_conflict use_column
DECLARE
  moment CONSTANT timestamp (3) with time zone := now();
  most_steps CONSTANT integer := 32;
  begun_after CONSTANT uuid := coalesce(p_turn, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  following uuid := begun_after;
  first bigint;
  is_due boolean;
  steps integer := 0;
  turns uuid[] := '{}';
  firsts bigint[] := '{}';
  lent bigint[] := '{}';
  missing integer := p_limit;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN; END IF;
  -- From tenant to tenant by the index, however long the queue of one of them is, until enough of them
  -- were found or it has come round.
  WHILE cardinality(turns) < p_limit AND steps < most_steps LOOP
    steps := steps + 1;
    SELECT coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.id, j.run_at <= moment
    INTO following, first, is_due FROM platform.jobs j
    WHERE j.done_at IS NULL AND j.dead_at IS NULL
      AND coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) > following
    ORDER BY coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at, j.id LIMIT 1;
    IF following IS NULL THEN
      SELECT coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.id, j.run_at <= moment
      INTO following, first, is_due FROM platform.jobs j
      WHERE j.done_at IS NULL AND j.dead_at IS NULL
      ORDER BY coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at, j.id LIMIT 1;
    END IF;
    EXIT WHEN following IS NULL OR following = ANY (turns);
    IF is_due THEN
      turns := turns || following;
      firsts := firsts || first;
    ELSIF steps = 1 AND NOT EXISTS (
      SELECT FROM platform.jobs j
      WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= moment
    ) THEN
      RETURN;
    END IF;
    EXIT WHEN following = begun_after;
  END LOOP;
  -- Where many tenants' jobs are all for later, the next lease goes on from where this one left off.
  IF steps < most_steps THEN following := turns[cardinality(turns)]; END IF;
  IF cardinality(turns) = p_limit THEN
    following := turns[p_limit];
    lent := ARRAY(
      SELECT j.id FROM platform.jobs j
      WHERE j.id = ANY (firsts) AND j.done_at IS NULL AND j.dead_at IS NULL
        -- Asked again for who was quicker, and not to find them by it.
        AND (j.run_at <= moment) IS TRUE
      FOR UPDATE SKIP LOCKED);
    missing := p_limit - cardinality(lent);
  END IF;
  IF missing > 0 AND cardinality(turns) > least(1, most_steps - steps) THEN
    -- Fewer tenants than jobs were asked for, or somebody else was quicker: more of each. Of one who
    -- is alone the oldest are the oldest of all.
    lent := lent || ARRAY(
      SELECT o.id FROM unnest(turns) t CROSS JOIN LATERAL (
        SELECT j.id FROM platform.jobs j
        WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.id <> ALL (lent)
          AND (coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at) >= (t, '-infinity')
          AND (coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at) <= (t, moment)
        ORDER BY coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at, j.id
        LIMIT greatest(1, missing / cardinality(turns)) FOR UPDATE SKIP LOCKED) o
      LIMIT missing);
    missing := p_limit - cardinality(lent);
  END IF;
  IF missing > 0 THEN
    -- Everybody who was found had a turn: the rest by age.
    lent := lent || ARRAY(
      SELECT j.id FROM platform.jobs j
      WHERE j.done_at IS NULL AND j.dead_at IS NULL AND j.run_at <= moment AND j.id <> ALL (lent)
      ORDER BY j.run_at, j.id LIMIT missing FOR UPDATE SKIP LOCKED);
  END IF;
  RETURN QUERY UPDATE platform.jobs j
  SET lease_id = gen_random_uuid(), attempts = j.attempts + 1,
    locked_until = now() + make_interval(secs => p_seconds),
    run_at = now() + make_interval(secs => p_seconds)
  WHERE j.id = ANY (lent)
  RETURNING j.id, j.lease_id, j.kind, j.attempts, following;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.lease_jobs(integer, integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.lease_jobs(integer, integer, uuid) TO tenantry_app;
