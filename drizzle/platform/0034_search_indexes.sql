CREATE TABLE "platform"."search_entries" (
	"tenant_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"is_pending" boolean DEFAULT true NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "search_entries_pkey" PRIMARY KEY("tenant_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."search_indexes" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"placement" text NOT NULL,
	"live_index" text,
	"next_index" text,
	"next_placement" text,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"built_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"drift" integer,
	"fault" text,
	CONSTRAINT "search_indexes_placement_check" CHECK (placement in ('dedicated', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "platform"."search_entries" ADD CONSTRAINT "search_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."search_indexes" ADD CONSTRAINT "search_indexes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_pending_idx" ON "platform"."search_entries" USING btree ("tenant_id","version") WHERE is_pending and dead_at is null;
--> statement-breakpoint
ALTER TABLE platform.search_indexes ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.search_indexes FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.search_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.search_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.search_indexes TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.search_entries TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.search_indexes TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.search_entries TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.search_indexes, platform.search_entries TO tenantry_app;
--> statement-breakpoint
CREATE SEQUENCE platform.search_versions AS bigint;
--> statement-breakpoint
-- A job for each of some tenants, where none waits to be begun: one that runs may be past looking.
CREATE FUNCTION platform.ask_for_indexing(p_kind text, p_tenants uuid[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  made integer;
BEGIN
  INSERT INTO platform.jobs (tenant_id, kind, lane)
  SELECT DISTINCT t, p_kind, 'search' FROM unnest(p_tenants) t
  WHERE NOT EXISTS (SELECT FROM platform.jobs j
    WHERE coalesce(j.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) = t AND j.kind = p_kind
      AND j.done_at IS NULL AND j.dead_at IS NULL AND j.lease_id IS NULL);
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END
$$;
REVOKE ALL ON FUNCTION platform.ask_for_indexing(text, uuid[]) FROM PUBLIC;
--> statement-breakpoint
-- Notes down which posts a statement has changed, for tenants that have an index; and asks for a job.
CREATE FUNCTION platform.note_search() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_tenants uuid[];
  v_posts uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM platform.search_indexes) THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(a.tenant_id), array_agg(a.id) INTO v_tenants, v_posts FROM added a;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(r.tenant_id), array_agg(r.id) INTO v_tenants, v_posts FROM removed r;
  ELSE
    SELECT array_agg(a.tenant_id), array_agg(a.id) INTO v_tenants, v_posts
    FROM added a JOIN removed r ON r.tenant_id = a.tenant_id AND r.id = a.id
    WHERE (a.slug, a.title, a.description, a.body, a.status, a.published_at, a.deleted_at)
      IS DISTINCT FROM (r.slug, r.title, r.description, r.body, r.status, r.published_at, r.deleted_at);
  END IF;
  WITH noted AS (
    INSERT INTO platform.search_entries AS e (tenant_id, post_id, version)
    SELECT c.tenant_id, c.id, nextval('platform.search_versions') FROM (
      -- In one order, so that two statements never wait for each other.
      SELECT n.tenant_id, n.id FROM unnest(v_tenants, v_posts) n(tenant_id, id)
      JOIN platform.search_indexes i ON i.tenant_id = n.tenant_id ORDER BY n.id) c
    ON CONFLICT (tenant_id, post_id) DO UPDATE SET version = excluded.version, is_pending = true,
      attempts = 0, next_attempt_at = NULL, dead_at = NULL, last_error = NULL
    RETURNING e.tenant_id
  ) SELECT array_agg(DISTINCT tenant_id) INTO v_tenants FROM noted;
  IF v_tenants IS NOT NULL THEN PERFORM platform.ask_for_indexing('search.index', v_tenants); END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION platform.note_search() FROM PUBLIC;
--> statement-breakpoint
-- What nobody works at any more: after an outage, or where an attempt is due again.
CREATE FUNCTION platform.plan_search_jobs(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  RETURN platform.ask_for_indexing('search.index', ARRAY(
    SELECT i.tenant_id FROM platform.search_indexes i JOIN platform.tenants t ON t.id = i.tenant_id
    WHERE t.status <> 'deleted' AND (i.live_index IS NOT NULL OR i.next_index IS NOT NULL) AND EXISTS (SELECT FROM platform.search_entries e
      WHERE e.tenant_id = i.tenant_id AND e.is_pending AND e.dead_at IS NULL
        AND coalesce(e.next_attempt_at, '-infinity') <= now())
    LIMIT p_limit));
END
$$;
--> statement-breakpoint
-- Tenants that have no index yet, or one whose making was never ended.
CREATE FUNCTION platform.plan_search_builds(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  RETURN platform.ask_for_indexing('search.build', ARRAY(
    SELECT t.id FROM platform.tenants t LEFT JOIN platform.search_indexes i ON i.tenant_id = t.id
    WHERE t.status = 'active' AND (i.tenant_id IS NULL OR (i.live_index IS NULL OR i.next_index IS NOT NULL)
      -- What failed is not tried again at once.
      AND (i.fault IS NULL OR i.asked_at < now() - interval '10 minutes'))
    ORDER BY t.id LIMIT p_limit));
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.plan_search_jobs(integer), platform.plan_search_builds(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.plan_search_jobs(integer), platform.plan_search_builds(integer) TO tenantry_app;
