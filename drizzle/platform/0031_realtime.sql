CREATE TABLE "platform"."channel_sessions" (
	"tenant_id" uuid NOT NULL,
	"socket_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_sessions_pkey" PRIMARY KEY("tenant_id","socket_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."public_group_members" (
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "public_group_members_pkey" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."public_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "public_groups_name_check" CHECK (length(name) between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "platform"."channel_sessions" ADD CONSTRAINT "channel_sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."channel_sessions" ADD CONSTRAINT "channel_sessions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "platform"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_group_members" ADD CONSTRAINT "public_group_members_group_id_public_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "platform"."public_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_group_members" ADD CONSTRAINT "public_group_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_sessions_socket_idx" ON "platform"."channel_sessions" USING btree ("socket_id");--> statement-breakpoint
CREATE INDEX "channel_sessions_session_idx" ON "platform"."channel_sessions" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "channel_sessions_created_idx" ON "platform"."channel_sessions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "public_group_members_user_idx" ON "platform"."public_group_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "public_groups_name_key" ON "platform"."public_groups" USING btree (lower("name"));
--> statement-breakpoint
ALTER TABLE platform.public_groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.public_groups FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.public_groups TO tenantry_owner USING (true) WITH CHECK (true);
ALTER TABLE platform.public_group_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.public_group_members FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.public_group_members TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- The epoch of a group across tenants goes up whenever somebody comes or goes.
CREATE FUNCTION platform.count_public_epochs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  WITH counted AS (
    UPDATE platform.public_groups g SET epoch = g.epoch + 1
    FROM (SELECT w.id FROM platform.public_groups w
      WHERE w.id IN (SELECT c.group_id FROM changed c) ORDER BY w.id FOR UPDATE) held
    WHERE g.id = held.id
    RETURNING g.id, g.epoch
  )
  INSERT INTO platform.jobs (kind, payload)
  SELECT 'realtime.rekey', jsonb_build_object('kind', 'public', 'groupId', n.id, 'epoch', n.epoch, 'userIds',
    CASE WHEN TG_OP = 'INSERT' THEN
      (SELECT jsonb_agg(DISTINCT c.user_id) FROM changed c WHERE c.group_id = n.id) ELSE '[]' END)
  FROM counted n;
  RETURN NULL;
END
$$;
-- As before, and the browsers of those who stay, and of who came, are told to ask for their channels.
CREATE OR REPLACE FUNCTION platform.count_epochs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  WITH counted AS (
    UPDATE platform.groups g SET epoch = g.epoch + 1
    FROM (SELECT w.tenant_id, w.id FROM platform.groups w
      WHERE (w.tenant_id, w.id) IN (SELECT c.tenant_id, c.group_id FROM changed c)
      ORDER BY w.id FOR UPDATE) held
    WHERE g.tenant_id = held.tenant_id AND g.id = held.id
    RETURNING g.tenant_id, g.id, g.epoch
  )
  INSERT INTO platform.jobs (kind, payload)
  SELECT 'realtime.rekey', jsonb_build_object('kind', 'group', 'groupId', n.id, 'epoch', n.epoch, 'userIds',
    CASE WHEN TG_OP = 'INSERT' THEN
      (SELECT jsonb_agg(DISTINCT m.user_id) FROM changed c
        JOIN platform.memberships m ON m.tenant_id = c.tenant_id AND m.id = c.membership_id
        WHERE c.tenant_id = n.tenant_id AND c.group_id = n.id) ELSE '[]' END)
  FROM counted n;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION platform.count_epochs_of_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  WITH counted AS (
    UPDATE platform.groups g SET epoch = g.epoch + 1
    FROM (SELECT w.tenant_id, w.id FROM platform.groups w
      JOIN platform.group_members m ON m.tenant_id = w.tenant_id AND m.group_id = w.id
      WHERE m.tenant_id = NEW.tenant_id AND m.membership_id = NEW.id ORDER BY w.id FOR UPDATE OF w) held
    WHERE g.tenant_id = held.tenant_id AND g.id = held.id
    RETURNING g.id, g.epoch
  )
  INSERT INTO platform.jobs (kind, payload)
  SELECT 'realtime.rekey', jsonb_build_object('kind', 'group', 'groupId', n.id, 'epoch', n.epoch, 'userIds',
    jsonb_build_array(NEW.user_id))
  FROM counted n;
  RETURN NULL;
END
$$;
CREATE TRIGGER public_group_members_came AFTER INSERT ON platform.public_group_members
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.count_public_epochs();
CREATE TRIGGER public_group_members_went AFTER DELETE ON platform.public_group_members
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION platform.count_public_epochs();
-- An account that is deactivated belongs to none any more.
CREATE FUNCTION platform.leave_public_groups() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  DELETE FROM platform.public_group_members m WHERE m.user_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_leave_public_groups AFTER UPDATE OF is_active ON platform.users
  FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION platform.leave_public_groups();
--> statement-breakpoint
-- The groups across tenants of whoever holds a live session, which nobody acts by.
CREATE FUNCTION platform.list_own_public_groups(p_session uuid) RETURNS TABLE (id uuid, epoch integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT g.id, g.epoch
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  JOIN platform.public_group_members m ON m.user_id = u.id
  JOIN platform.public_groups g ON g.id = m.group_id
  WHERE s.id = p_session AND s.support_id IS NULL AND s.revoked_at IS NULL AND s.expires_at > now()
  ORDER BY g.id
$$;
--> statement-breakpoint
-- Whose connections are to be closed, told with the change itself: a browser was signed out, somebody
-- does not belong to a tenant any more (S0.11, C16).
CREATE FUNCTION platform.cut_connections() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- One job for each person and transaction is enough.
  INSERT INTO platform.jobs (kind, key, payload)
  VALUES ('realtime.cut', OLD.user_id || ' ' || pg_current_xact_id(), jsonb_build_object('userId', OLD.user_id))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER sessions_cut_connections AFTER UPDATE OF revoked_at ON platform.sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL AND OLD.kind = 'browser' AND OLD.support_id IS NULL)
  EXECUTE FUNCTION platform.cut_connections();
CREATE TRIGGER memberships_cut_connections AFTER DELETE ON platform.memberships
  FOR EACH ROW EXECUTE FUNCTION platform.cut_connections();
CREATE TRIGGER memberships_cut_connections_of_inactive AFTER UPDATE OF deactivated_at ON platform.memberships
  FOR EACH ROW WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL)
  EXECUTE FUNCTION platform.cut_connections();
-- A tenant that serves no longer: everybody who is there.
CREATE FUNCTION platform.cut_connections_of_tenant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  INSERT INTO platform.jobs (kind, key, payload)
  SELECT DISTINCT 'realtime.cut', s.user_id || ' ' || pg_current_xact_id(), jsonb_build_object('userId', s.user_id)
  FROM platform.sessions s
  WHERE s.tenant_id = NEW.id AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.kind = 'browser' AND s.support_id IS NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER tenants_cut_connections AFTER UPDATE OF status ON platform.tenants
  FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status <> 'active')
  EXECUTE FUNCTION platform.cut_connections_of_tenant();
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.count_public_epochs() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.leave_public_groups() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_own_public_groups(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.cut_connections() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.cut_connections_of_tenant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.list_own_public_groups(uuid) TO tenantry_app;
--> statement-breakpoint
ALTER TABLE platform.channel_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.channel_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.channel_sessions TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.channel_sessions TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, DELETE, UPDATE (data) ON platform.channel_sessions TO tenantry_app;
-- What is left of a connection that has gone, for whoever is told so by the realtime server. It is
-- taken away by that.
CREATE FUNCTION platform.end_channel_sessions(p_socket text)
RETURNS TABLE (tenant_id uuid, user_id uuid, data jsonb)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH gone AS (
    DELETE FROM platform.channel_sessions c WHERE c.socket_id = p_socket
      AND nullif(current_setting('app.tenant_id', true), '') IS NULL
    RETURNING c.tenant_id, c.session_id, c.data
  )
  SELECT g.tenant_id, s.user_id, g.data FROM gone g JOIN platform.sessions s ON s.id = g.session_id
$$;
-- Those whose end nobody told: no connection lives as long.
CREATE FUNCTION platform.prune_channel_sessions(p_limit integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH gone AS (
    DELETE FROM platform.channel_sessions c WHERE (c.tenant_id, c.socket_id) IN (
      SELECT o.tenant_id, o.socket_id FROM platform.channel_sessions o
      WHERE o.created_at < now() - interval '2 days'
        AND nullif(current_setting('app.tenant_id', true), '') IS NULL ORDER BY o.created_at LIMIT p_limit
      FOR UPDATE SKIP LOCKED)
    RETURNING 1
  )
  SELECT count(*)::integer FROM gone
$$;
REVOKE ALL ON FUNCTION platform.end_channel_sessions(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.prune_channel_sessions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.end_channel_sessions(text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.prune_channel_sessions(integer) TO tenantry_app;
