CREATE TABLE "platform"."group_members" (
	"tenant_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_members_pkey" PRIMARY KEY("tenant_id","group_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."groups" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "groups_name_check" CHECK (length(name) between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "platform"."roles" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"permissions" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roles_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "roles_name_check" CHECK (length(name) between 1 and 60),
	CONSTRAINT "roles_permissions_check" CHECK (cardinality(permissions) <= 500)
);
--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" DROP CONSTRAINT "archived_memberships_role_check";--> statement-breakpoint
ALTER TABLE "platform"."memberships" DROP CONSTRAINT "memberships_role_check";--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD COLUMN "role_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD COLUMN "deactivated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD COLUMN "groups" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "role_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "deactivated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."group_members" ADD CONSTRAINT "group_members_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."group_members" ADD CONSTRAINT "group_members_group_fkey" FOREIGN KEY ("tenant_id","group_id") REFERENCES "platform"."groups"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."group_members" ADD CONSTRAINT "group_members_membership_fkey" FOREIGN KEY ("tenant_id","membership_id") REFERENCES "platform"."memberships"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."groups" ADD CONSTRAINT "groups_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."roles" ADD CONSTRAINT "roles_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_members_membership_idx" ON "platform"."group_members" USING btree ("tenant_id","membership_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name_key" ON "platform"."groups" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "roles_name_key" ON "platform"."roles" USING btree ("tenant_id",lower("name"));--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD CONSTRAINT "memberships_role_fkey" FOREIGN KEY ("tenant_id","role_id") REFERENCES "platform"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memberships_role_idx" ON "platform"."memberships" USING btree ("tenant_id","role_id") WHERE role_id is not null;--> statement-breakpoint
ALTER TABLE "platform"."archived_memberships" ADD CONSTRAINT "archived_memberships_role_check" CHECK (role in ('owner', 'admin', 'editor', 'member', 'custom'));--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD CONSTRAINT "memberships_custom_check" CHECK ((role = 'custom') = (role_id is not null));--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD CONSTRAINT "memberships_role_check" CHECK (role in ('owner', 'admin', 'editor', 'member', 'custom'));
--> statement-breakpoint
ALTER TABLE platform.roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.roles FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.roles TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.roles TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
ALTER TABLE platform.groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.groups FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.groups TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.groups TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
ALTER TABLE platform.group_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.group_members FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.group_members TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.group_members TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
--> statement-breakpoint
-- Nobody becomes a member by these: whoever may be added is known outside the tenant alone.
GRANT SELECT, INSERT, DELETE ON platform.roles, platform.groups, platform.group_members TO tenantry_app;
GRANT UPDATE (name, description, permissions, updated_at) ON platform.roles TO tenantry_app;
GRANT UPDATE (name, description, version, updated_at) ON platform.groups TO tenantry_app;
GRANT DELETE, UPDATE (role, role_id, is_staff, is_superuser, deactivated_at, modified_at)
  ON platform.memberships TO tenantry_app;
--> statement-breakpoint
-- Whether a custom role may enter the admin is said by its permissions, and copied to who has it:
-- lists are sorted and filtered by it. The lock lets no change of the role come in between.
CREATE FUNCTION platform.follow_custom_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  granted text[];
BEGIN
  SELECT r.permissions INTO granted FROM platform.roles r
  WHERE r.tenant_id = NEW.tenant_id AND r.id = NEW.role_id FOR SHARE;
  NEW.is_staff := NEW.is_superuser OR coalesce('admin.enter' = ANY (granted), false);
  RETURN NEW;
END
$$;
CREATE TRIGGER memberships_follow_role BEFORE INSERT OR UPDATE OF role_id, is_staff, is_superuser
  ON platform.memberships FOR EACH ROW WHEN (NEW.role_id IS NOT NULL)
  EXECUTE FUNCTION platform.follow_custom_role();
--> statement-breakpoint
CREATE FUNCTION platform.copy_role_to_memberships() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.memberships SET is_staff = is_superuser OR 'admin.enter' = ANY (NEW.permissions)
  WHERE tenant_id = NEW.tenant_id AND role_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER roles_copy_to_memberships AFTER UPDATE OF permissions ON platform.roles FOR EACH ROW
  WHEN (('admin.enter' = ANY (OLD.permissions)) IS DISTINCT FROM ('admin.enter' = ANY (NEW.permissions)))
  EXECUTE FUNCTION platform.copy_role_to_memberships();
--> statement-breakpoint
-- Who leaves a tenant, is deactivated in it or may do less than before has no session there any more:
-- pages, tokens and sockets end with it. Who may do more keeps theirs.
CREATE FUNCTION platform.end_sessions_of_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  ranks CONSTANT text[] := ARRAY['member', 'custom', 'editor', 'admin', 'owner'];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NOT (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL
      OR OLD.is_staff AND NOT NEW.is_staff OR OLD.is_superuser AND NOT NEW.is_superuser
      OR array_position(ranks, NEW.role) < array_position(ranks, OLD.role)
      OR OLD.role_id IS DISTINCT FROM NEW.role_id AND OLD.role = NEW.role) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE platform.sessions SET revoked_at = now()
  WHERE tenant_id = OLD.tenant_id AND user_id = OLD.user_id AND revoked_at IS NULL AND expires_at > now();
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_end_sessions
  AFTER DELETE OR UPDATE OF role, role_id, is_staff, is_superuser, deactivated_at
  ON platform.memberships FOR EACH ROW EXECUTE FUNCTION platform.end_sessions_of_member();
--> statement-breakpoint
-- A tenant that lives has an owner, and whom it names as its owner is one. Asked at the end of the
-- transaction, so that it can change hands; the lock puts those who take each other's role at the same
-- moment one after the other, and the second is refused.
CREATE FUNCTION platform.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  named uuid;
BEGIN
  IF OLD.role <> 'owner' OR OLD.deactivated_at IS NOT NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.owners ' || OLD.tenant_id, 0));
  SELECT t.owner_id INTO named FROM platform.tenants t WHERE t.id = OLD.tenant_id AND t.status <> 'deleted';
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = OLD.tenant_id AND m.role = 'owner' AND m.deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'No owner would be left.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_owner_left';
  END IF;
  IF OLD.user_id = named AND NOT EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = OLD.tenant_id AND m.user_id = named AND m.role = 'owner'
      AND m.deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'Whom the tenant belongs to stays its owner.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_owner_stays';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER memberships_keep_an_owner AFTER UPDATE OR DELETE ON platform.memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION platform.keep_an_owner();
--> statement-breakpoint
-- The epoch of a group goes up whenever somebody comes, goes, or is no member for a while.
CREATE FUNCTION platform.count_epochs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.groups g SET epoch = g.epoch + 1
  FROM (SELECT w.tenant_id, w.id FROM platform.groups w
    WHERE (w.tenant_id, w.id) IN (SELECT c.tenant_id, c.group_id FROM changed c)
    ORDER BY w.id FOR UPDATE) held
  WHERE g.tenant_id = held.tenant_id AND g.id = held.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER group_members_came AFTER INSERT ON platform.group_members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_epochs();
CREATE TRIGGER group_members_went AFTER DELETE ON platform.group_members REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION platform.count_epochs();
CREATE FUNCTION platform.count_epochs_of_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.groups g SET epoch = g.epoch + 1
  FROM (SELECT w.tenant_id, w.id FROM platform.groups w
    JOIN platform.group_members m ON m.tenant_id = w.tenant_id AND m.group_id = w.id
    WHERE m.tenant_id = NEW.tenant_id AND m.membership_id = NEW.id ORDER BY w.id FOR UPDATE OF w) held
  WHERE g.tenant_id = held.tenant_id AND g.id = held.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_count_epochs AFTER UPDATE OF deactivated_at ON platform.memberships
  FOR EACH ROW WHEN ((OLD.deactivated_at IS NULL) <> (NEW.deactivated_at IS NULL))
  EXECUTE FUNCTION platform.count_epochs_of_member();
--> statement-breakpoint
-- When a member was here last. Sessions end and are forgotten; this stays. Whoever changes the
-- membership at the moment is not waited for: the next minute notes it.
CREATE FUNCTION platform.note_last_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.memberships SET last_seen_at = NEW.last_seen_at
  WHERE ctid = (SELECT m.ctid FROM platform.memberships m
    WHERE m.tenant_id = NEW.tenant_id AND m.user_id = NEW.user_id AND m.deactivated_at IS NULL
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NULL;
END
$$;
CREATE TRIGGER sessions_note_last_seen AFTER INSERT OR UPDATE OF last_seen_at ON platform.sessions
  FOR EACH ROW WHEN (NEW.tenant_id IS NOT NULL) EXECUTE FUNCTION platform.note_last_seen();
UPDATE platform.memberships m SET last_seen_at = s.seen
FROM (SELECT tenant_id, user_id, max(last_seen_at) AS seen FROM platform.sessions GROUP BY 1, 2) s
WHERE s.tenant_id = m.tenant_id AND s.user_id = m.user_id;
--> statement-breakpoint
-- As before. A membership that is deactivated is none; of a custom role its name and permissions come
-- along, so that a change of the role holds from the next request on, and it is staff by them alone.
DROP FUNCTION platform.check_session(uuid, uuid);
CREATE FUNCTION platform.check_session(p_session uuid, p_tenant uuid)
RETURNS TABLE (user_id uuid, name text, email text, is_superuser boolean, kind text,
  expires_at timestamptz, membership_id uuid, role text, is_staff boolean, member_superuser boolean,
  role_name text, permissions jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_seen timestamptz;
BEGIN
  SELECT s.last_seen_at, u.id, u.name, u.email, u.is_superuser, s.kind, s.expires_at,
    m.id, m.role, m.is_staff, m.is_superuser, r.name, to_jsonb(r.permissions)
  INTO v_seen, user_id, name, email, is_superuser, kind, expires_at,
    membership_id, role, is_staff, member_superuser, role_name, permissions
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  LEFT JOIN platform.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
    AND m.deactivated_at IS NULL
  LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
  WHERE s.id = p_session AND s.tenant_id IS NOT DISTINCT FROM p_tenant
    AND s.revoked_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF v_seen < now() - interval '1 minute' THEN
    UPDATE platform.sessions s SET last_seen_at = now()
    WHERE s.id = p_session AND s.last_seen_at < now() - interval '1 minute';
  END IF;
  RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION platform.check_session(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.check_session(uuid, uuid) TO tenantry_app;
--> statement-breakpoint
-- As before, of memberships that are not deactivated; a custom role by its name.
CREATE OR REPLACE FUNCTION platform.list_own_tenants(p_session uuid)
RETURNS TABLE (id uuid, slug text, name text, status text, role text, is_staff boolean,
  brand_color text, primary_domain text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.id, t.slug, t.name, t.status, coalesce(r.name, m.role), m.is_staff, t.settings ->> 'brandColor', d.hostname
  FROM platform.sessions mine
  JOIN platform.users u ON u.id = mine.user_id AND u.is_active
  JOIN platform.memberships m ON m.user_id = mine.user_id AND m.deactivated_at IS NULL
  LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
  JOIN platform.tenants t ON t.id = m.tenant_id AND t.status <> 'deleted'
  LEFT JOIN platform.domains d ON d.tenant_id = t.id AND d.is_primary AND d.verified_at IS NOT NULL
  WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
  ORDER BY t.name, t.id
  LIMIT 200
$$;
--> statement-breakpoint
-- As before, and not for who is deactivated.
CREATE OR REPLACE FUNCTION platform.open_api_session(p_user uuid, p_tenant uuid, p_token uuid,
  p_seconds integer, p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_session uuid;
BEGIN
  IF p_tenant IS NULL THEN
    PERFORM FROM platform.users u WHERE u.id = p_user AND u.is_superuser;
  ELSE
    PERFORM FROM platform.memberships m WHERE m.tenant_id = p_tenant AND m.user_id = p_user
      AND m.deactivated_at IS NULL;
  END IF;
  IF NOT FOUND THEN RETURN NULL; END IF;
  v_session := platform.open_session(p_user, p_tenant, 'api', p_seconds, p_agent, p_address, p_request);
  INSERT INTO platform.refresh_tokens (id, session_id, expires_at)
  SELECT p_token, s.id, s.expires_at FROM platform.sessions s WHERE s.id = v_session;
  RETURN v_session;
END
$$;
--> statement-breakpoint
-- As before; custom roles, deactivation and groups are kept, too.
CREATE OR REPLACE FUNCTION platform.retire_tenant(p_tenant uuid, p_grace_seconds integer) RETURNS jsonb
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
  INSERT INTO platform.archived_memberships (tenant_id, user_id, id, role, role_id, is_staff, is_superuser,
    joined_at, deactivated_at, last_seen_at, groups)
  SELECT m.tenant_id, m.user_id, m.id, m.role, m.role_id, m.is_staff, m.is_superuser, m.joined_at,
    m.deactivated_at, m.last_seen_at, ARRAY(SELECT g.group_id FROM platform.group_members g
      WHERE g.tenant_id = m.tenant_id AND g.membership_id = m.id ORDER BY g.group_id)
  FROM platform.memberships m WHERE m.tenant_id = p_tenant
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET id = excluded.id, role = excluded.role,
    role_id = excluded.role_id, is_staff = excluded.is_staff, is_superuser = excluded.is_superuser,
    joined_at = excluded.joined_at, deactivated_at = excluded.deactivated_at,
    last_seen_at = excluded.last_seen_at, groups = excluded.groups, archived_at = now();
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
-- As before, with what is kept since then. A role that is gone becomes the least.
CREATE OR REPLACE FUNCTION platform.revive_tenant(p_tenant uuid, p_slug text, p_owner uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  now_deleted platform.tenants;
  heir uuid;
  people integer;
  missing integer;
  limited bigint;
  lost bigint;
  grouped jsonb;
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
    RETURNING a.*
  ), joined AS (
    INSERT INTO platform.memberships (id, tenant_id, user_id, role, role_id, is_staff, is_superuser,
      joined_at, deactivated_at, last_seen_at)
    SELECT b.id, p_tenant, b.user_id,
      CASE WHEN b.role = 'owner' AND b.user_id <> heir THEN 'admin'
        WHEN b.role = 'custom' AND r.id IS NULL THEN 'member' ELSE b.role END, r.id, b.is_staff,
      b.is_superuser AND (b.role <> 'owner' OR b.user_id = heir), b.joined_at,
      CASE WHEN b.user_id <> heir THEN b.deactivated_at END, b.last_seen_at
    FROM back b LEFT JOIN platform.roles r ON r.tenant_id = p_tenant AND r.id = b.role_id
    ON CONFLICT DO NOTHING RETURNING id, user_id
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('m', j.id, 'g', b.groups)), '[]') INTO grouped
  FROM joined j JOIN back b ON b.user_id = j.user_id;
  INSERT INTO platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
  VALUES (p_tenant, heir, 'owner', true, true)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
    SET role = 'owner', role_id = NULL, is_staff = true, is_superuser = true, deactivated_at = NULL;
  INSERT INTO platform.group_members (tenant_id, group_id, membership_id)
  SELECT p_tenant, g.id, (one.value ->> 'm')::uuid
  FROM jsonb_array_elements(grouped) AS one(value)
  JOIN platform.groups g ON g.tenant_id = p_tenant AND one.value -> 'g' ? g.id::text
  ON CONFLICT DO NOTHING;
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
-- As before, and as N13 has it: who was the owner loses a superuser's rights and keeps the groups; in
-- a group they stay, as an admin, and in none (or with p_remove) they leave. Triggers end their
-- sessions.
CREATE OR REPLACE FUNCTION platform.hand_over_tenant(p_tenant uuid, p_to uuid, p_remove boolean) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  before platform.tenants;
  heir platform.users;
  giver platform.users;
  was_member boolean;
  stays boolean := false;
  is_new boolean;
BEGIN
  SELECT * INTO before FROM platform.tenants t WHERE t.id = p_tenant AND t.status <> 'deleted' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO heir FROM platform.users u WHERE u.id = p_to AND u.is_active FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The new owner is not active.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tenants_owner_active';
  END IF;
  IF before.owner_id = heir.id AND EXISTS (SELECT FROM platform.memberships m
      WHERE m.tenant_id = p_tenant AND m.user_id = heir.id AND m.role = 'owner' AND m.is_superuser AND m.deactivated_at IS NULL) THEN
    RETURN jsonb_build_object('same', true);
  END IF;
  SELECT * INTO giver FROM platform.users u WHERE u.id = before.owner_id;
  was_member := EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = p_tenant AND m.user_id = giver.id);
  IF giver.id <> heir.id THEN
    stays := was_member AND NOT p_remove AND EXISTS (SELECT FROM platform.group_members g
      JOIN platform.memberships m ON m.tenant_id = g.tenant_id AND m.id = g.membership_id
      WHERE g.tenant_id = p_tenant AND m.user_id = giver.id);
    IF stays THEN
      UPDATE platform.memberships SET role = 'admin', role_id = NULL, is_superuser = false, modified_at = now()
      WHERE tenant_id = p_tenant AND user_id = giver.id;
    ELSE
      DELETE FROM platform.memberships WHERE tenant_id = p_tenant AND user_id = giver.id;
    END IF;
  END IF;
  is_new := NOT EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = p_tenant AND m.user_id = heir.id);
  INSERT INTO platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
  VALUES (p_tenant, heir.id, 'owner', true, true)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
    SET role = 'owner', role_id = NULL, is_staff = true, is_superuser = true, deactivated_at = NULL,
      modified_at = now();
  UPDATE platform.tenants SET owner_id = heir.id, updated_at = now() WHERE id = p_tenant;
  RETURN jsonb_build_object('name', before.name, 'slug', before.slug, 'isNew', is_new,
    'from', jsonb_build_object('id', giver.id, 'name', giver.name, 'email', giver.email,
      'belongs', stays, 'left', was_member AND NOT stays AND giver.id <> heir.id),
    'to', jsonb_build_object('id', heir.id, 'name', heir.name, 'email', heir.email));
END
$$;
--> statement-breakpoint
-- The owner's own door: a live session of the owner, at the tenant that is bound. `nobody` when no
-- active account has the email.
CREATE FUNCTION platform.transfer_own_tenant(p_session uuid, p_email text, p_remove boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  mine uuid;
  heir uuid;
BEGIN
  SELECT t.id INTO mine FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  JOIN platform.tenants t ON t.id = s.tenant_id AND t.owner_id = s.user_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now()
    AND t.id = nullif(current_setting('app.tenant_id', true), '')::uuid;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.id INTO heir FROM platform.users u WHERE u.email = p_email AND u.is_active;
  IF NOT FOUND THEN RETURN jsonb_build_object('nobody', true); END IF;
  RETURN platform.hand_over_tenant(mine, heir, p_remove);
END
$$;
REVOKE ALL ON FUNCTION platform.transfer_own_tenant(uuid, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.transfer_own_tenant(uuid, text, boolean) TO tenantry_app;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.follow_custom_role() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.copy_role_to_memberships() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_sessions_of_member() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_an_owner() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.count_epochs() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.count_epochs_of_member() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.note_last_seen() FROM PUBLIC;
