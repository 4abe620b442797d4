CREATE TABLE "platform"."quota_defaults" (
	"name" text PRIMARY KEY NOT NULL,
	"most" bigint,
	CONSTRAINT "quota_defaults_most_check" CHECK (most >= 0)
);
--> statement-breakpoint
CREATE TABLE "platform"."quotas" (
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"most" bigint,
	"follows_default" boolean DEFAULT true NOT NULL,
	"told" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "quotas_pkey" PRIMARY KEY("tenant_id","name"),
	CONSTRAINT "quotas_used_check" CHECK (used >= 0),
	CONSTRAINT "quotas_most_check" CHECK (most >= 0)
);
--> statement-breakpoint
CREATE TABLE "platform"."state_entries" (
	"tenant_id" uuid NOT NULL,
	"space" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "state_entries_pkey" PRIMARY KEY("tenant_id","space","key")
);
--> statement-breakpoint
ALTER TABLE "platform"."quotas" ADD CONSTRAINT "quotas_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."state_entries" ADD CONSTRAINT "state_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "state_entries_expires_idx" ON "platform"."state_entries" USING btree ("expires_at");
--> statement-breakpoint
-- What was kept for a while may be gone after a crash; writing it must be cheap.
ALTER TABLE platform.state_entries SET UNLOGGED;
ALTER TABLE platform.quotas SET (fillfactor = 70);
ALTER TABLE platform.quotas ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.quotas FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.quota_defaults ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.quota_defaults FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.state_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.state_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.quotas TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.quota_defaults TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.state_entries TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.quotas TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_isolation ON platform.state_entries TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY console ON platform.quotas TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.quota_defaults TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
-- A tenant sees its limits; only the console sets them, and only triggers count.
GRANT SELECT ON platform.quotas TO tenantry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.state_entries TO tenantry_app;
GRANT SELECT ON platform.quotas, platform.quota_defaults TO tenantry_console;
GRANT UPDATE (most, follows_default) ON platform.quotas TO tenantry_console;
GRANT UPDATE (most) ON platform.quota_defaults TO tenantry_console;
--> statement-breakpoint
-- Of requests a limit stands from the beginning, so that one tenant's flood is not everybody's.
INSERT INTO platform.quota_defaults (name, most)
VALUES ('members', NULL), ('posts', NULL), ('storage', NULL), ('requests', 12000);
INSERT INTO platform.quotas (tenant_id, name, most, used)
SELECT t.id, d.name, d.most, CASE d.name WHEN 'members' THEN
    (SELECT count(*) FROM platform.memberships m WHERE m.tenant_id = t.id) ELSE 0 END
FROM platform.tenants t CROSS JOIN platform.quota_defaults d;
--> statement-breakpoint
-- The hard stop, and the warnings before it. Whoever counts holds the row's lock until the end of
-- the transaction: the last place is given away once. What was told of is told again only after it
-- had clearly become less.
CREATE FUNCTION platform.watch_quota() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  level integer;
BEGIN
  IF NEW.used > NEW.most AND NEW.used > OLD.used THEN
    RAISE EXCEPTION 'The limit of % is reached: % of % are used.', NEW.name, OLD.used, NEW.most
      USING ERRCODE = 'TQ001', DETAIL = json_build_object(
        'name', NEW.name, 'used', OLD.used, 'most', NEW.most, 'asked', NEW.used - OLD.used);
  END IF;
  level := CASE WHEN NEW.most IS NULL OR NEW.name = 'requests' THEN 0 WHEN NEW.used >= NEW.most THEN 100
    WHEN NEW.used * 10 >= NEW.most * 8 THEN 80 ELSE 0 END;
  IF level > NEW.told THEN
    INSERT INTO platform.events (tenant_id, type, subject_id, payload)
    VALUES (NEW.tenant_id, CASE level WHEN 100 THEN 'tenant.limit-reached' ELSE 'tenant.limit-near' END,
      NEW.tenant_id, jsonb_build_object('resource', 'limits', 'label', NEW.name,
        'used', NEW.used, 'most', NEW.most));
    NEW.told := level;
  ELSIF level < NEW.told AND (NEW.most IS NULL OR NEW.used * 10 < NEW.most * (NEW.told / 10 - 1)) THEN
    NEW.told := level;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER quotas_watch BEFORE UPDATE OF used, most ON platform.quotas
  FOR EACH ROW EXECUTE FUNCTION platform.watch_quota();
--> statement-breakpoint
CREATE FUNCTION platform.open_quotas() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  INSERT INTO platform.quotas (tenant_id, name, most)
  SELECT a.id, d.name, d.most FROM added a CROSS JOIN platform.quota_defaults d;
  RETURN NULL;
END
$$;
CREATE TRIGGER tenants_open_quotas AFTER INSERT ON platform.tenants REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.open_quotas();
--> statement-breakpoint
CREATE FUNCTION platform.follow_default() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.quotas q SET most = NEW.most WHERE q.name = NEW.name AND q.follows_default;
  RETURN NULL;
END
$$;
CREATE TRIGGER quota_defaults_follow AFTER UPDATE ON platform.quota_defaults
  FOR EACH ROW WHEN (OLD.most IS DISTINCT FROM NEW.most) EXECUTE FUNCTION platform.follow_default();
--> statement-breakpoint
-- Members, by statement: one row of quotas is written once, however many were added.
CREATE FUNCTION platform.count_members() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE platform.quotas q SET used = q.used + c.n
    FROM (SELECT a.tenant_id, count(*) AS n FROM added a GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'members';
  ELSE
    UPDATE platform.quotas q SET used = greatest(q.used - c.n, 0)
    FROM (SELECT r.tenant_id, count(*) AS n FROM removed r GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'members';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_count_added AFTER INSERT ON platform.memberships REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_members();
CREATE TRIGGER memberships_count_removed AFTER DELETE ON platform.memberships REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_members();
--> statement-breakpoint
-- Posts that are not in the trash. Tables of tenants name it in triggers of their own: added and
-- removed rows by statement, and each row that goes into the trash or comes back.
CREATE FUNCTION platform.count_posts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE platform.quotas q SET used = q.used + c.n
    FROM (SELECT a.tenant_id, count(*) AS n FROM added a WHERE a.deleted_at IS NULL
      GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'posts';
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE platform.quotas q SET used = greatest(q.used - c.n, 0)
    FROM (SELECT r.tenant_id, count(*) AS n FROM removed r WHERE r.deleted_at IS NULL
      GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'posts';
  ELSE
    UPDATE platform.quotas q
    SET used = greatest(q.used + CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE -1 END, 0)
    WHERE q.tenant_id = NEW.tenant_id AND q.name = 'posts';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- The door for files: takes bytes, or gives them back with a number below zero. Counts for the tenant
-- that is bound and gives what it uses then; null where nobody is bound.
CREATE FUNCTION platform.use_storage(p_bytes bigint) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  UPDATE platform.quotas q SET used = greatest(q.used + p_bytes, 0)
  WHERE q.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid AND q.name = 'storage'
  RETURNING q.used
$$;
--> statement-breakpoint
-- Takes several points of a window at once, as many as are left. The first write holds the row, so
-- that processes that ask at the same moment share what is left; what was refused is not counted, so
-- that a limit that is raised gives its places at once.
CREATE FUNCTION platform.take_points(p_key text, p_points integer, p_limit integer, p_seconds integer)
RETURNS TABLE (granted integer, remaining integer, wait_seconds integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_used integer;
  v_ends timestamptz;
BEGIN
  DELETE FROM platform.rate_limits WHERE key IN (
    SELECT r.key FROM platform.rate_limits r WHERE r.ends_at < now() AND r.key <> p_key
    ORDER BY r.ends_at LIMIT 5 FOR UPDATE SKIP LOCKED);
  INSERT INTO platform.rate_limits AS r (key, points, ends_at)
  VALUES (p_key, 0, now() + make_interval(secs => p_seconds))
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN r.ends_at <= now() THEN 0 ELSE r.points END,
    ends_at = CASE WHEN r.ends_at <= now() THEN excluded.ends_at ELSE r.ends_at END
  RETURNING r.points, r.ends_at INTO v_used, v_ends;
  granted := greatest(least(p_points, p_limit - v_used), 0);
  remaining := greatest(p_limit - v_used - granted, 0);
  wait_seconds := greatest(ceil(extract(epoch FROM v_ends - now()))::integer, 1);
  UPDATE platform.rate_limits SET points = v_used + granted WHERE key = p_key AND granted > 0;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.watch_quota() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.open_quotas() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.follow_default() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.count_members() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.count_posts() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.use_storage(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.take_points(text, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.use_storage(bigint) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.take_points(text, integer, integer, integer) TO tenantry_app;
--> statement-breakpoint
-- Housekeeping of entries that ended; beside prune(), so that neither has to know the other.
CREATE FUNCTION platform.prune_state(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  DELETE FROM platform.state_entries WHERE ctid = ANY (ARRAY(
    SELECT s.ctid FROM platform.state_entries s
    WHERE s.expires_at < now() ORDER BY s.expires_at LIMIT p_limit));
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION platform.prune_state(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.prune_state(integer) TO tenantry_app;
