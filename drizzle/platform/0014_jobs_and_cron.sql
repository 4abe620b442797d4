-- How many migrations of tenant tables the shared schema has had: what a new tenant begins with.
CREATE FUNCTION platform.tenant_schema_version() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF to_regclass('platform.migrations__pool') IS NULL THEN RETURN 0; END IF;
  RETURN (SELECT count(*) FROM platform.migrations__pool);
END
$$;
--> statement-breakpoint
CREATE TABLE "platform"."crons" (
	"name" text PRIMARY KEY NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "platform"."events_due_idx";--> statement-breakpoint
DROP INDEX "platform"."jobs_due_idx";--> statement-breakpoint
DROP INDEX "platform"."jobs_turn_idx";--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "lane" text;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "last_failure" text;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "discarded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "progress_done" integer;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "progress_total" integer;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "progress_words" text;--> statement-breakpoint
ALTER TABLE "platform"."tenants" ADD COLUMN "schema_version" integer DEFAULT platform.tenant_schema_version() NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_lane_front_key" ON "platform"."jobs" USING btree (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid),"lane") WHERE lane is not null and not waits and done_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "jobs_lane_idx" ON "platform"."jobs" USING btree (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid),"lane","id") WHERE waits and done_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "events_due_idx" ON "platform"."events" USING btree ("id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "jobs_due_idx" ON "platform"."jobs" USING btree ("run_at","id") WHERE done_at is null and dead_at is null and not waits;--> statement-breakpoint
CREATE INDEX "jobs_turn_idx" ON "platform"."jobs" USING btree (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid),"run_at","id") WHERE done_at is null and dead_at is null and not waits;
--> statement-breakpoint
ALTER TABLE platform.crons ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.crons FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.crons TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Lanes: jobs of one tenant and lane run one after the other, in the order of their ids. The one in
-- front is lent like any other; the others wait outside the indexes that leases read, however many they
-- are. Whoever adds to a lane and whoever ends the job in front of it come here one after the other, or
-- the next would be told by nobody. A key keeps two from standing in front even so.
-- Buckets: as many locks as lanes would fill the server's table of locks.
CREATE FUNCTION platform.lane_bucket(p_tenant uuid, p_lane text) RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = platform, pg_temp AS $$
  SELECT (hashtextextended(coalesce(p_tenant::text, '') || ' ' || p_lane, 0) & 127)::integer
$$;
CREATE FUNCTION platform.lock_lane(p_bucket integer) RETURNS void
LANGUAGE sql VOLATILE SET search_path = platform, pg_temp AS $$
  SELECT pg_advisory_xact_lock(7316204, p_bucket)
$$;
--> statement-breakpoint
-- A new job, or one that is sent back, stands in front of its lane or waits.
CREATE FUNCTION platform.queue_job() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  NEW.waits := false;
  IF NEW.lane IS NULL OR NEW.done_at IS NOT NULL OR NEW.dead_at IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM platform.lock_lane(platform.lane_bucket(NEW.tenant_id, NEW.lane));
  NEW.waits := EXISTS (
    SELECT FROM platform.jobs j
    WHERE coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)
        = coalesce(NEW.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)
      AND j.lane = NEW.lane AND NOT j.waits AND j.done_at IS NULL AND j.dead_at IS NULL);
  RETURN NEW;
END
$$;
CREATE TRIGGER jobs_queue BEFORE INSERT ON platform.jobs FOR EACH ROW
  WHEN (NEW.lane IS NOT NULL OR NEW.waits) EXECUTE FUNCTION platform.queue_job();
CREATE TRIGGER jobs_queue_again BEFORE UPDATE ON platform.jobs FOR EACH ROW
  WHEN (NEW.lane IS NOT NULL AND (OLD.done_at IS NOT NULL OR OLD.dead_at IS NOT NULL)
    AND NEW.done_at IS NULL AND NEW.dead_at IS NULL)
  EXECUTE FUNCTION platform.queue_job();
--> statement-breakpoint
-- The job in front is done, given up or gone: the next one takes its place.
CREATE FUNCTION platform.release_lane() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM platform.lock_lane(platform.lane_bucket(OLD.tenant_id, OLD.lane));
  UPDATE platform.jobs SET waits = false WHERE id = (
    SELECT j.id FROM platform.jobs j
    WHERE coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)
        = coalesce(OLD.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)
      AND j.lane = OLD.lane AND j.waits AND j.done_at IS NULL AND j.dead_at IS NULL
    ORDER BY j.id LIMIT 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER jobs_release AFTER UPDATE ON platform.jobs FOR EACH ROW
  WHEN (OLD.lane IS NOT NULL AND NOT OLD.waits AND OLD.done_at IS NULL AND OLD.dead_at IS NULL
    AND (NEW.done_at IS NOT NULL OR NEW.dead_at IS NOT NULL))
  EXECUTE FUNCTION platform.release_lane();
CREATE TRIGGER jobs_release_gone AFTER DELETE ON platform.jobs FOR EACH ROW
  WHEN (OLD.lane IS NOT NULL AND NOT OLD.waits AND OLD.done_at IS NULL AND OLD.dead_at IS NULL)
  EXECUTE FUNCTION platform.release_lane();
--> statement-breakpoint
-- What was sent back is work for whoever waits for some.
CREATE FUNCTION platform.announce_job_again() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM pg_notify('tenantry_jobs', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER jobs_announce_again AFTER UPDATE ON platform.jobs FOR EACH ROW
  WHEN (NEW.done_at IS NULL AND NEW.dead_at IS NULL AND NEW.attempts < OLD.attempts)
  EXECUTE FUNCTION platform.announce_job_again();
--> statement-breakpoint
-- Gives each new event one job for every kind that reacts to it, and marks it as told. Events are told
-- in the order of their ids, by one hand at a time; p_ordered names the kinds that hear a tenant's
-- events one after the other. An event that somebody seals at this very moment is told the next time,
-- and so is what comes after it in its tenant: nothing overtakes.
DROP FUNCTION platform.fan_out_events(jsonb, integer);
CREATE FUNCTION platform.fan_out_events(p_reactions jsonb, p_limit integer, p_ordered text[] DEFAULT '{}')
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  told bigint[];
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  PERFORM platform.lock_lane(-1);
  WITH due AS MATERIALIZED (
    SELECT e.id, e.tenant_id FROM platform.events e WHERE e.done_at IS NULL ORDER BY e.id LIMIT p_limit
  ), held AS MATERIALIZED (
    SELECT e.id FROM platform.events e WHERE e.id IN (SELECT d.id FROM due d) FOR UPDATE SKIP LOCKED
  )
  SELECT array_agg(r.id ORDER BY r.id) INTO told FROM (
    SELECT d.id, bool_and(h.id IS NOT NULL) OVER (PARTITION BY d.tenant_id ORDER BY d.id) AS is_next
    FROM due d LEFT JOIN held h ON h.id = d.id) r
  WHERE r.is_next;
  IF told IS NULL THEN RETURN 0; END IF;
  -- In one order, as everybody who needs several.
  PERFORM platform.lock_lane(b.bucket) FROM (
    SELECT DISTINCT platform.lane_bucket(e.tenant_id, k) AS bucket
    FROM platform.events e CROSS JOIN unnest(p_ordered) k WHERE e.id = ANY (told) ORDER BY 1) b;
  INSERT INTO platform.jobs (tenant_id, kind, event_id, lane)
  SELECT DISTINCT ON (e.id, k.kind) e.tenant_id, k.kind, e.id, CASE WHEN k.kind = ANY (p_ordered) THEN k.kind END
  FROM platform.events e
  JOIN jsonb_each(p_reactions) AS r(pattern, kinds)
    ON e.type LIKE replace(replace(r.pattern, '_', '\_'), '*', '%')
  CROSS JOIN jsonb_array_elements_text(r.kinds) AS k(kind)
  WHERE e.id = ANY (told)
  ORDER BY e.id, k.kind
  ON CONFLICT (event_id, kind) DO NOTHING;
  UPDATE platform.events SET done_at = now() WHERE id = ANY (told);
  RETURN cardinality(told);
END
$$;
--> statement-breakpoint
-- As before, but for what waits in a lane: it is in none of the indexes that are read here.
CREATE OR REPLACE FUNCTION platform.lease_jobs(p_limit integer, p_seconds integer, p_turn uuid DEFAULT NULL)
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
    WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits
      AND coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) > following
    ORDER BY coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at, j.id LIMIT 1;
    IF following IS NULL THEN
      SELECT coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.id, j.run_at <= moment
      INTO following, first, is_due FROM platform.jobs j
      WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits
      ORDER BY coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), j.run_at, j.id LIMIT 1;
    END IF;
    EXIT WHEN following IS NULL OR following = ANY (turns);
    IF is_due THEN
      turns := turns || following;
      firsts := firsts || first;
    ELSIF steps = 1 AND NOT EXISTS (
      SELECT FROM platform.jobs j
      WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits AND j.run_at <= moment
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
      WHERE j.id = ANY (firsts) AND j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits
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
        WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits AND j.id <> ALL (lent)
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
      WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits AND j.run_at <= moment AND j.id <> ALL (lent)
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
-- A sign of life: the job stays with its holder for so long from now. With p_done it says how far it
-- has come. Answers whether the lease still held.
CREATE FUNCTION platform.keep_job(
  p_id bigint, p_lease uuid, p_seconds integer, p_done integer, p_total integer, p_words text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.jobs SET locked_until = now() + make_interval(secs => p_seconds),
    run_at = now() + make_interval(secs => p_seconds),
    progress_done = coalesce(p_done, progress_done),
    progress_total = CASE WHEN p_done IS NULL THEN progress_total ELSE p_total END,
    progress_words = CASE WHEN p_done IS NULL THEN progress_words ELSE left(p_words, 200) END
  WHERE id = p_id AND lease_id = p_lease;
  RETURN FOUND;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION platform.finish_job(p_id bigint, p_lease uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.jobs SET done_at = now(), lease_id = NULL, locked_until = NULL, last_error = NULL,
    last_failure = NULL
  WHERE id = p_id AND lease_id = p_lease;
  RETURN FOUND;
END
$$;
-- p_error is for the platform's operators, p_failure for the tenant's own people.
DROP FUNCTION platform.fail_job(bigint, uuid, text, double precision);
CREATE FUNCTION platform.fail_job(
  p_id bigint, p_lease uuid, p_error text, p_retry_seconds double precision, p_failure text DEFAULT NULL
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.jobs SET lease_id = NULL, locked_until = NULL, last_error = left(p_error, 1000),
    last_failure = left(p_failure, 1000),
    run_at = now() + make_interval(secs => coalesce(p_retry_seconds, 0)),
    dead_at = CASE WHEN p_retry_seconds IS NULL THEN now() END
  WHERE id = p_id AND lease_id = p_lease;
  RETURN FOUND;
END
$$;
--> statement-breakpoint
-- Claims a slot of what runs by the clock and makes its jobs: whoever comes first, once. A name that
-- was never seen has missed nothing, so its slot is only noted. Slots that were missed are one, the
-- last. Where the job of an earlier slot has not ended yet, it does the work of this one too.
-- p_tenants: nobody's own job, or one for each living tenant, closed ones included or not.
CREATE FUNCTION platform.plan_cron(p_name text, p_slot timestamp with time zone, p_tenants text DEFAULT NULL)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  made integer;
  named text := to_char(p_slot AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
BEGIN
  -- A clock that is ahead must not claim what has not come yet.
  IF NOT platform.is_unbound() OR p_slot > now() THEN RETURN 0; END IF;
  INSERT INTO platform.crons (name, slot) VALUES (p_name, p_slot) ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN 0; END IF;
  UPDATE platform.crons SET slot = p_slot WHERE name = p_name AND slot < p_slot;
  IF NOT FOUND THEN RETURN 0; END IF;
  -- Its own lanes and no others: who works in another one is not waited for.
  PERFORM platform.lock_lane(b.bucket) FROM (
    SELECT platform.lane_bucket(NULL, p_name) AS bucket WHERE p_tenants IS NULL
    UNION
    SELECT platform.lane_bucket(t.id, p_name) FROM platform.tenants t
    WHERE p_tenants IS NOT NULL AND t.status <> 'deleted' ORDER BY 1) b;
  INSERT INTO platform.jobs (tenant_id, kind, lane, key, payload)
  SELECT w.id, p_name, p_name, named, jsonb_build_object('slot', named)
  FROM (
    SELECT NULL::uuid AS id WHERE p_tenants IS NULL
    UNION ALL
    SELECT t.id FROM platform.tenants t
    WHERE p_tenants IS NOT NULL AND t.status <> 'deleted' AND (p_tenants = 'all' OR t.status = 'active')
  ) w
  WHERE NOT EXISTS (
    SELECT FROM platform.jobs j
    WHERE coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)
        = coalesce(w.id, '00000000-0000-0000-0000-000000000000'::uuid)
      AND j.lane = p_name AND NOT j.waits AND j.done_at IS NULL AND j.dead_at IS NULL);
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END
$$;
DROP FUNCTION platform.plan_housekeeping();
--> statement-breakpoint
-- As before; events are told in the order of their ids, so the first is the oldest.
CREATE OR REPLACE FUNCTION platform.job_health()
RETURNS TABLE (oldest_seconds double precision, dead bigint, unsealed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT extract(epoch FROM now() - least(
      (SELECT e.run_at FROM platform.events e WHERE e.done_at IS NULL ORDER BY e.id LIMIT 1),
      (SELECT min(j.run_at) FROM platform.jobs j
        WHERE j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits AND j.run_at <= now())
    ))::double precision,
    -- Those of a deleted tenant wait for its restore, or go with it: nothing is to be done about them.
    (SELECT count(*) FROM platform.jobs j WHERE j.dead_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM platform.tenants t WHERE t.id = j.tenant_id AND t.status = 'deleted')),
    (SELECT count(*) FROM platform.seal_faults f WHERE EXISTS (
      SELECT FROM platform.events e WHERE e.sealed_at IS NULL
        AND (e.tenant_id = f.tenant_id OR f.tenant_id IS NULL AND e.tenant_id IS NULL)))
  WHERE platform.is_unbound()
$$;
--> statement-breakpoint
-- What was set aside while a tenant was out of service is tried again at once when it is back, and
-- what was given up since: a closure may take longer than jobs are repeated.
CREATE FUNCTION platform.wake_jobs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  lost bigint;
BEGIN
  -- One by one: of each lane the oldest stands in front again.
  FOR lost IN SELECT j.id FROM platform.jobs j
    WHERE j.tenant_id = NEW.id
      AND j.dead_at >= coalesce(OLD.suspended_at, (OLD.maintenance ->> 'since')::timestamptz)
    ORDER BY j.id
  LOOP
    UPDATE platform.jobs SET dead_at = NULL, attempts = 0, run_at = now() WHERE id = lost;
  END LOOP;
  UPDATE platform.jobs j SET run_at = now()
  WHERE coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) = NEW.id
    AND j.done_at IS NULL AND j.dead_at IS NULL AND NOT j.waits
    AND j.attempts > 0 AND j.lease_id IS NULL AND j.run_at > now();
  IF FOUND THEN PERFORM pg_notify('tenantry_jobs', ''); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER tenants_wake_jobs AFTER UPDATE OF status ON platform.tenants FOR EACH ROW
  WHEN (OLD.status IN ('suspended', 'maintenance') AND NEW.status = 'active') EXECUTE FUNCTION platform.wake_jobs();
--> statement-breakpoint
-- People send back and discard what was given up or waits for its next attempt, in both admins, and
-- nothing else: not what runs, not what is done. Of a job nothing but that may be changed.
GRANT UPDATE (attempts, run_at, done_at, dead_at, discarded_at) ON platform.jobs
  TO tenantry_app, tenantry_console;
CREATE POLICY only_given_up ON platform.jobs AS RESTRICTIVE FOR UPDATE TO tenantry_app, tenantry_console
  USING (done_at IS NULL AND (dead_at IS NOT NULL OR attempts > 0 AND lease_id IS NULL))
  WITH CHECK (dead_at IS NULL AND lease_id IS NULL AND (done_at IS NULL) = (discarded_at IS NULL));
CREATE POLICY console ON platform.jobs TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
DROP POLICY app_adds_plain_jobs ON platform.jobs;
CREATE POLICY app_adds_plain_jobs ON platform.jobs AS RESTRICTIVE FOR INSERT TO tenantry_app
  WITH CHECK (event_id IS NULL AND lease_id IS NULL AND done_at IS NULL AND dead_at IS NULL
    AND discarded_at IS NULL);
-- The console sees neither what is in a job nor its lease, and a tenant reads what was written for it.
GRANT SELECT (id, tenant_id, kind, created_at, attempts, run_at, locked_until, done_at, dead_at,
  discarded_at, waits, progress_done, progress_total, progress_words, last_error)
  ON platform.jobs TO tenantry_console;
CREATE VIEW platform.tenant_jobs WITH (security_invoker = true) AS
  SELECT j.tenant_id, j.id, upper(left(j.kind, 1)) || translate(substr(j.kind, 2), '-._', '   ') || ' ' || j.id AS name, j.kind,
    CASE WHEN j.discarded_at IS NOT NULL THEN 'discarded' WHEN j.done_at IS NOT NULL THEN 'done'
      WHEN j.dead_at IS NOT NULL THEN 'dead' WHEN j.locked_until IS NOT NULL THEN 'running'
      WHEN j.attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state,
    j.attempts, CASE WHEN j.progress_done IS NOT NULL THEN concat_ws(' ', j.progress_done::text,
      'of ' || j.progress_total, nullif(j.progress_words, '')) END AS progress,
    j.last_failure AS failure, j.created_at, j.run_at, coalesce(j.done_at, j.dead_at) AS ended_at
  FROM platform.jobs j;
CREATE VIEW platform.console_jobs WITH (security_invoker = true) AS
  SELECT j.id, j.tenant_id, upper(left(j.kind, 1)) || translate(substr(j.kind, 2), '-._', '   ') || ' ' || j.id AS name, j.kind,
    CASE WHEN j.discarded_at IS NOT NULL THEN 'discarded' WHEN j.done_at IS NOT NULL THEN 'done'
      WHEN j.dead_at IS NOT NULL THEN 'dead' WHEN j.locked_until IS NOT NULL THEN 'running'
      WHEN j.attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state,
    j.attempts, CASE WHEN j.progress_done IS NOT NULL THEN concat_ws(' ', j.progress_done::text,
      'of ' || j.progress_total, nullif(j.progress_words, '')) END AS progress,
    j.last_error AS failure, j.created_at, j.run_at, coalesce(j.done_at, j.dead_at) AS ended_at
  FROM platform.jobs j;
GRANT SELECT ON platform.tenant_jobs TO tenantry_app;
GRANT SELECT ON platform.console_jobs TO tenantry_console;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.tenant_schema_version() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.lane_bucket(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.lock_lane(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.queue_job() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.release_lane() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.announce_job_again() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.wake_jobs() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.fan_out_events(jsonb, integer, text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_job(bigint, uuid, integer, integer, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.fail_job(bigint, uuid, text, double precision, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.plan_cron(text, timestamp with time zone, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.fan_out_events(jsonb, integer, text[]) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.keep_job(bigint, uuid, integer, integer, integer, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.fail_job(bigint, uuid, text, double precision, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.plan_cron(text, timestamp with time zone, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.tenant_schema_version() TO tenantry_console;
