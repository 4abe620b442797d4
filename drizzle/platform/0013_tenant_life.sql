CREATE TABLE "platform"."archived_memberships" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"is_staff" boolean NOT NULL,
	"is_superuser" boolean NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "archived_memberships_pkey" PRIMARY KEY("tenant_id","user_id"),
	CONSTRAINT "archived_memberships_role_check" CHECK (role in ('owner', 'admin', 'editor', 'member'))
);
--> statement-breakpoint
CREATE TABLE "platform"."former_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kept_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."purged_tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone NOT NULL,
	"purged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rows" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "platform"."tenants" DROP CONSTRAINT "tenants_status_check";--> statement-breakpoint
ALTER TABLE "platform"."tenants" ADD COLUMN "maintenance" jsonb;--> statement-breakpoint
ALTER TABLE "platform"."tenants" ADD COLUMN "purge_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."tenants" ADD COLUMN "before_deletion" jsonb;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD CONSTRAINT "archived_memberships_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD CONSTRAINT "archived_memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."former_slugs" ADD CONSTRAINT "former_slugs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archived_memberships_user_idx" ON "platform"."archived_memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "former_slugs_tenant_idx" ON "platform"."former_slugs" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "purged_tenants_purged_idx" ON "platform"."purged_tenants" USING btree ("purged_at" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "platform"."tenants" ADD CONSTRAINT "tenants_status_check" CHECK (status in ('active', 'suspended', 'maintenance', 'deleted'));--> statement-breakpoint
ALTER TABLE "platform"."users" ADD CONSTRAINT "users_system_check" CHECK (id <> '00000000-0000-4000-8000-000000000000' or not (is_active or is_superuser));--> statement-breakpoint
-- Nobody but narrow functions reads or writes them; the console looks on.
ALTER TABLE platform.archived_memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.archived_memberships FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.former_slugs ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.former_slugs FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.purged_tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.purged_tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.archived_memberships TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.former_slugs TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.purged_tenants TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY console ON platform.former_slugs TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.purged_tenants TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
GRANT SELECT ON platform.former_slugs, platform.purged_tenants TO tenantry_console;
GRANT UPDATE (slug, maintenance) ON platform.tenants TO tenantry_console;
--> statement-breakpoint
-- Owns what nobody owns any more. Can never sign in: it has no password, and a check keeps it inactive.
INSERT INTO platform.users (id, email, name, is_active)
VALUES ('00000000-0000-4000-8000-000000000000', 'system@platform.invalid', 'The platform', false);
--> statement-breakpoint
-- A renamed tenant keeps its old name for 90 days: links lead on, and nobody else can take it. After
-- that they lead on until somebody does.
CREATE FUNCTION platform.keep_former_slug() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM platform.former_slugs f
    WHERE f.slug = NEW.slug AND f.tenant_id <> NEW.id AND f.kept_until > now()) THEN
    RAISE EXCEPTION 'The slug % was another tenant''s until lately.', NEW.slug
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'former_slugs_kept';
  END IF;
  DELETE FROM platform.former_slugs WHERE slug = NEW.slug;
  IF TG_OP = 'UPDATE' AND OLD.status <> 'deleted' AND NEW.status <> 'deleted' THEN
    INSERT INTO platform.former_slugs (slug, tenant_id, kept_until)
    VALUES (OLD.slug, NEW.id, now() + interval '90 days')
    ON CONFLICT (slug) DO UPDATE SET tenant_id = NEW.id, kept_until = excluded.kept_until, created_at = now();
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER tenants_keep_new_slug AFTER INSERT ON platform.tenants FOR EACH ROW
  EXECUTE FUNCTION platform.keep_former_slug();
CREATE TRIGGER tenants_keep_former_slug AFTER UPDATE OF slug ON platform.tenants FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION platform.keep_former_slug();
--> statement-breakpoint
-- As before, and a slug that a tenant had leads to it while it is nobody's.
CREATE OR REPLACE FUNCTION platform.find_tenant_id(p_slug text, p_hostname text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.id FROM platform.tenants t
  WHERE t.status <> 'deleted' AND t.id = CASE
    WHEN p_slug IS NOT NULL THEN coalesce(
      (SELECT s.id FROM platform.tenants s WHERE s.slug = p_slug),
      (SELECT f.tenant_id FROM platform.former_slugs f WHERE f.slug = p_slug))
    ELSE (SELECT d.tenant_id FROM platform.domains d
      WHERE d.hostname = p_hostname AND d.verified_at IS NOT NULL)
  END
$$;
--> statement-breakpoint
-- As before; who came in by the link of a maintenance signs in, too.
CREATE OR REPLACE FUNCTION platform.open_session(p_user uuid, p_tenant uuid, p_kind text, p_seconds integer,
  p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH opened AS (
    INSERT INTO platform.sessions (user_id, tenant_id, kind, user_agent, address, expires_at)
    SELECT u.id, p_tenant, p_kind, left(p_agent, 300), left(p_address, 64),
      now() + make_interval(secs => least(greatest(p_seconds, 1), 31622400))
    FROM platform.users u
    WHERE u.id = p_user AND u.is_active AND (p_tenant IS NULL OR EXISTS (
      SELECT FROM platform.tenants t
      WHERE t.id = p_tenant AND t.status IN ('active', 'maintenance')))
    RETURNING id, user_id, tenant_id
  ), told AS (
    INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
    SELECT o.tenant_id, 'session.opened', o.id, u.id, u.name, p_request,
      jsonb_build_object('resource', 'sessions', 'label', u.name, 'kind', p_kind)
    FROM opened o JOIN platform.users u ON u.id = o.user_id
  )
  SELECT id FROM opened
$$;
--> statement-breakpoint
-- Deletes a tenant so that nothing is lost (S4.12-S4.17, N11): its names become
-- ownerid-timestamp-original and are free at once, its people are set apart, it belongs to the
-- platform, its own rows stay. Null when there is no such tenant. Only its two doors below call it.
CREATE FUNCTION platform.retire_tenant(p_tenant uuid, p_grace_seconds integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  before platform.tenants;
  stamp bigint := floor(extract(epoch FROM now()));
  mark text;
  owned jsonb;
  people integer;
  purge timestamp (3) with time zone := now() + make_interval(secs => p_grace_seconds);
BEGIN
  SELECT * INTO before FROM platform.tenants t WHERE t.id = p_tenant AND t.status <> 'deleted' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- The same person may delete one name twice in one second.
  LOOP
    mark := before.owner_id || '-' || stamp || '-';
    EXIT WHEN NOT EXISTS (SELECT FROM platform.tenants t WHERE t.slug = mark || before.slug);
    stamp := stamp + 1;
  END LOOP;
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', d.id, 'hostname', d.hostname, 'isPrimary', d.is_primary) ORDER BY d.hostname), '[]')
  INTO owned FROM platform.domains d WHERE d.tenant_id = p_tenant;
  UPDATE platform.domains SET hostname = mark || hostname, verified_at = NULL, is_primary = false,
    next_check_at = NULL
  WHERE tenant_id = p_tenant;
  INSERT INTO platform.archived_memberships (tenant_id, user_id, id, role, is_staff, is_superuser, joined_at)
  SELECT m.tenant_id, m.user_id, m.id, m.role, m.is_staff, m.is_superuser, m.joined_at
  FROM platform.memberships m WHERE m.tenant_id = p_tenant
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET id = excluded.id, role = excluded.role, is_staff = excluded.is_staff,
    is_superuser = excluded.is_superuser, joined_at = excluded.joined_at, archived_at = now();
  DELETE FROM platform.memberships WHERE tenant_id = p_tenant;
  GET DIAGNOSTICS people = ROW_COUNT;
  UPDATE platform.sessions SET revoked_at = now()
  WHERE tenant_id = p_tenant AND revoked_at IS NULL AND expires_at > now();
  DELETE FROM platform.former_slugs WHERE tenant_id = p_tenant;
  UPDATE platform.tenants SET status = 'deleted', slug = mark || slug,
    owner_id = '00000000-0000-4000-8000-000000000000', suspended_at = NULL, maintenance = NULL,
    deleted_at = now(), updated_at = now(), purge_at = purge,
    before_deletion = jsonb_build_object('slug', before.slug, 'status', before.status,
      'ownerId', before.owner_id, 'domains', owned)
  WHERE id = p_tenant;
  INSERT INTO platform.jobs (kind, key, payload, run_at)
  VALUES ('tenant.purge', p_tenant || ' ' || stamp, jsonb_build_object('tenantId', p_tenant), purge)
  ON CONFLICT DO NOTHING;
  RETURN jsonb_build_object('name', before.name, 'slug', before.slug, 'status', before.status,
    'deletedSlug', mark || before.slug,
    'domains', (SELECT coalesce(jsonb_agg(d ->> 'hostname'), '[]') FROM jsonb_array_elements(owned) d),
    'people', people, 'ownerId', before.owner_id, 'purgeAt', purge);
END
$$;
--> statement-breakpoint
-- True for the console, and for who signed in as the owner role: the command line.
CREATE FUNCTION platform.is_operator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT pg_has_role(session_user, 'tenantry_owner', 'MEMBER') OR platform.is_console()
$$;
CREATE FUNCTION platform.delete_tenant(p_tenant uuid, p_grace_seconds integer) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.retire_tenant(p_tenant, p_grace_seconds) WHERE platform.is_operator()
$$;
--> statement-breakpoint
-- The owner's own door (S4.2): a live session of the owner, at the tenant that is bound.
CREATE FUNCTION platform.delete_own_tenant(p_session uuid, p_grace_seconds integer) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.retire_tenant(t.id, p_grace_seconds)
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  JOIN platform.tenants t ON t.id = s.tenant_id AND t.owner_id = s.user_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now()
    AND t.id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
--> statement-breakpoint
-- Brings a deleted tenant back under a slug that is free: its people who are still active, its owner
-- or the one who is named, its domains as claims that have to be proved again, and what was given up
-- meanwhile because it was gone. A limit of members that became lower keeps nobody out who belonged.
CREATE FUNCTION platform.revive_tenant(p_tenant uuid, p_slug text, p_owner uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  now_deleted platform.tenants;
  heir uuid;
  people integer;
  missing integer;
  limited bigint;
  lost bigint;
BEGIN
  SELECT * INTO now_deleted FROM platform.tenants t
  WHERE t.id = p_tenant AND t.status = 'deleted' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF now_deleted.before_deletion ? 'purged' THEN
    RAISE EXCEPTION 'Its rows are being destroyed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tenants_whole';
  END IF;
  SELECT u.id INTO heir FROM platform.users u
  WHERE u.id = coalesce(p_owner, (now_deleted.before_deletion ->> 'ownerId')::uuid) AND u.is_active;
  IF heir IS NULL THEN
    RAISE EXCEPTION 'The owner is not active any more.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tenants_owner_active';
  END IF;
  UPDATE platform.tenants SET slug = p_slug, owner_id = heir, deleted_at = NULL, purge_at = NULL,
    status = CASE before_deletion ->> 'status' WHEN 'suspended' THEN 'suspended' ELSE 'active' END,
    suspended_at = CASE before_deletion ->> 'status' WHEN 'suspended' THEN now() END,
    before_deletion = NULL, updated_at = now()
  WHERE id = p_tenant;
  SELECT q.most INTO limited FROM platform.quotas q WHERE q.tenant_id = p_tenant AND q.name = 'members' FOR UPDATE;
  UPDATE platform.quotas q SET most = NULL WHERE q.tenant_id = p_tenant AND q.name = 'members' AND limited IS NOT NULL;
  WITH back AS (
    DELETE FROM platform.archived_memberships a USING platform.users u
    WHERE a.tenant_id = p_tenant AND u.id = a.user_id AND u.is_active
    RETURNING a.id, a.user_id, a.role, a.is_staff, a.is_superuser, a.joined_at
  )
  INSERT INTO platform.memberships (id, tenant_id, user_id, role, is_staff, is_superuser, joined_at)
  SELECT b.id, p_tenant, b.user_id, CASE WHEN b.role = 'owner' AND b.user_id <> heir THEN 'admin' ELSE b.role END,
    b.is_staff, b.is_superuser AND (b.role <> 'owner' OR b.user_id = heir), b.joined_at
  FROM back b ON CONFLICT DO NOTHING;
  INSERT INTO platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
  VALUES (p_tenant, heir, 'owner', true, true)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = 'owner', is_staff = true, is_superuser = true;
  UPDATE platform.quotas q SET most = limited WHERE q.tenant_id = p_tenant AND q.name = 'members' AND limited IS NOT NULL;
  -- One by one: of each lane the oldest stands in front again.
  FOR lost IN SELECT j.id FROM platform.jobs j
    WHERE j.tenant_id = p_tenant AND j.dead_at >= now_deleted.deleted_at ORDER BY j.id
  LOOP
    UPDATE platform.jobs SET dead_at = NULL, attempts = 0, run_at = now() WHERE id = lost;
  END LOOP;
  SELECT count(*) INTO people FROM platform.memberships WHERE tenant_id = p_tenant;
  SELECT count(*) INTO missing FROM platform.archived_memberships WHERE tenant_id = p_tenant;
  UPDATE platform.domains d SET hostname = b.value ->> 'hostname', state = 'added', proved_at = NULL,
    failures = 0, failing_since = NULL, pending_since = now(), next_check_at = now()
  FROM jsonb_array_elements(now_deleted.before_deletion -> 'domains') AS b(value)
  WHERE d.tenant_id = p_tenant AND d.id = (b.value ->> 'id')::uuid;
  RETURN jsonb_build_object('name', now_deleted.name, 'slug', p_slug,
    'status', (SELECT t.status FROM platform.tenants t WHERE t.id = p_tenant), 'people', people, 'missing', missing,
    'domains', (SELECT coalesce(jsonb_agg(d.hostname ORDER BY d.hostname), '[]')
      FROM platform.domains d WHERE d.tenant_id = p_tenant));
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.restore_tenant(p_tenant uuid, p_slug text, p_owner uuid) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.revive_tenant(p_tenant, p_slug, p_owner) WHERE platform.is_operator()
$$;
--> statement-breakpoint
-- Destroys rows of a tenant whose time is up, at most p_limit of each table, and says how many went:
-- first of the tables that nothing points to. Between two rounds nobody restores what is half gone:
-- what is counted as purged says that it has begun.
CREATE FUNCTION platform.purge_tenant_rows(p_tenant uuid, p_limit integer)
RETURNS TABLE (table_name text, gone integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  place text;
  one record;
  waiting text;
  total integer := 0;
  counts jsonb;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN; END IF;
  SELECT t.schema_name, coalesce(t.before_deletion -> 'purged', '{}') INTO place, counts
  FROM platform.tenants t
  WHERE t.id = p_tenant AND t.status = 'deleted' AND t.purge_at <= now() FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  FOR one IN
    WITH RECURSIVE mine AS (
      SELECT c.oid, n.nspname, c.relname FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND (n.nspname = place
        OR n.nspname = 'platform' AND EXISTS (SELECT FROM pg_constraint k
          WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'platform.tenants'::regclass))
    ), placed (oid, rank) AS (
      SELECT m.oid, 0 FROM mine m
      UNION
      SELECT k.confrelid, p.rank + 1 FROM placed p
      JOIN pg_constraint k ON k.conrelid = p.oid AND k.contype = 'f' AND k.confrelid <> k.conrelid
      WHERE p.rank < 20
    )
    SELECT m.nspname, m.relname FROM mine m JOIN placed p ON p.oid = m.oid
    GROUP BY m.oid, m.nspname, m.relname
    ORDER BY max(p.rank), m.nspname = 'platform', m.relname
  LOOP
    BEGIN
      EXECUTE format('DELETE FROM %1$I.%2$I WHERE tenant_id = $1 AND ctid = ANY (ARRAY('
        'SELECT ctid FROM %1$I.%2$I WHERE tenant_id = $1 LIMIT $2))', one.nspname, one.relname)
      USING p_tenant, p_limit;
      GET DIAGNOSTICS gone = ROW_COUNT;
    EXCEPTION WHEN foreign_key_violation THEN
      gone := 0;
      waiting := one.relname;
    END;
    total := total + gone;
    table_name := CASE one.nspname WHEN 'platform' THEN 'platform.' ELSE '' END || one.relname;
    IF gone > 0 THEN
      counts := counts || jsonb_build_object(table_name, coalesce((counts ->> table_name)::bigint, 0) + gone);
      RETURN NEXT;
    END IF;
    -- What others point to waits until they are gone: rows that go along are not counted.
    EXIT WHEN gone = p_limit;
  END LOOP;
  -- Kept with the tenant: what earlier runs destroyed is on the record, too.
  IF total > 0 THEN
    UPDATE platform.tenants SET before_deletion = before_deletion || jsonb_build_object('purged', counts)
    WHERE id = p_tenant;
  END IF;
  IF total = 0 AND waiting IS NOT NULL THEN
    RAISE EXCEPTION 'Rows of % are still pointed to by rows that are not this tenant''s to delete.', waiting;
  END IF;
END
$$;
--> statement-breakpoint
-- Takes the tenant itself away, and keeps a record of what was destroyed. False when it is not time,
-- or rows of it are left.
CREATE FUNCTION platform.finish_purge(p_tenant uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  gone platform.tenants;
  counts jsonb;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM platform.purge_tenant_rows(p_tenant, 1)) THEN RETURN false; END IF;
  DELETE FROM platform.tenants t
  WHERE t.id = p_tenant AND t.status = 'deleted' AND t.purge_at <= now() RETURNING * INTO gone;
  IF NOT FOUND THEN RETURN false; END IF;
  counts := coalesce(gone.before_deletion -> 'purged', '{}');
  INSERT INTO platform.purged_tenants (id, slug, name, created_at, deleted_at, rows)
  VALUES (gone.id, gone.before_deletion ->> 'slug', gone.name, gone.created_at, gone.deleted_at, counts);
  INSERT INTO platform.events (type, subject_id, payload)
  VALUES ('tenant.purged', gone.id, jsonb_build_object('resource', 'tenants', 'label', gone.name,
    'slug', gone.before_deletion ->> 'slug', 'rows', counts));
  RETURN true;
END
$$;
--> statement-breakpoint
-- What the console's list shows of tenants: deleted ones under the name they had.
DROP VIEW platform.console_tenants;
CREATE VIEW platform.console_tenants WITH (security_invoker = true) AS
  SELECT t.id, coalesce(t.before_deletion ->> 'slug', t.slug) AS slug, t.name, t.status, t.placement,
    u.name AS owner_name, u.email AS owner_email,
    (SELECT count(*) FROM platform.memberships m WHERE m.tenant_id = t.id) AS members, t.created_at,
    t.purge_at
  FROM platform.tenants t JOIN platform.users u ON u.id = t.owner_id;
CREATE OR REPLACE VIEW platform.console_people WITH (security_invoker = true) AS
  SELECT u.id, u.email, u.name, u.is_superuser, u.is_active,
    (SELECT count(*) FROM platform.memberships m WHERE m.user_id = u.id) AS tenants, u.created_at
  FROM platform.users u WHERE u.id <> '00000000-0000-4000-8000-000000000000';
GRANT SELECT ON platform.console_tenants TO tenantry_console;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.keep_former_slug() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.retire_tenant(uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.is_operator() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.delete_tenant(uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.delete_own_tenant(uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.revive_tenant(uuid, text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.restore_tenant(uuid, text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.purge_tenant_rows(uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.finish_purge(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.delete_tenant(uuid, integer) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.restore_tenant(uuid, text, uuid) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.delete_own_tenant(uuid, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.purge_tenant_rows(uuid, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.finish_purge(uuid) TO tenantry_app;
