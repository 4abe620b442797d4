CREATE TABLE "platform"."support_grants" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_by_name" text NOT NULL,
	"granted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_grants_time_check" CHECK (until > granted_at and until <= granted_at + interval '7 days')
);
--> statement-breakpoint
CREATE TABLE "platform"."support_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"superuser_id" uuid NOT NULL,
	"superuser_name" text NOT NULL,
	"user_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"began_in" text NOT NULL,
	"reason" text NOT NULL,
	"can_write" boolean DEFAULT false NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_how" text,
	"ended_by" uuid,
	"ended_by_name" text,
	CONSTRAINT "support_sessions_time_check" CHECK (expires_at > started_at and expires_at <= started_at + interval '30 minutes'),
	CONSTRAINT "support_sessions_reason_check" CHECK (length(reason) between 10 and 500 and reason ~ '^\S.*\S$' and reason !~ '\s\s|[\n\r\t]'),
	CONSTRAINT "support_sessions_self_check" CHECK (superuser_id <> user_id),
	CONSTRAINT "support_sessions_end_check" CHECK ((ended_at is null) = (ended_how is null)),
	CONSTRAINT "support_sessions_how_check" CHECK (ended_how in ('time', 'superuser', 'tenant', 'sign-out', 'rights', 'person', 'closed', 'replaced'))
);
--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "support_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."sign_in_tickets" ADD COLUMN "support_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."support_grants" ADD CONSTRAINT "support_grants_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."support_sessions" ADD CONSTRAINT "support_sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."support_sessions" ADD CONSTRAINT "support_sessions_superuser_id_users_id_fk" FOREIGN KEY ("superuser_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."support_sessions" ADD CONSTRAINT "support_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "support_sessions_tenant_idx" ON "platform"."support_sessions" USING btree ("tenant_id","started_at");--> statement-breakpoint
CREATE INDEX "support_sessions_user_idx" ON "platform"."support_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "support_sessions_running_key" ON "platform"."support_sessions" USING btree ("superuser_id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_support_id_support_sessions_id_fk" FOREIGN KEY ("support_id") REFERENCES "platform"."support_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."sign_in_tickets" ADD CONSTRAINT "sign_in_tickets_support_id_support_sessions_id_fk" FOREIGN KEY ("support_id") REFERENCES "platform"."support_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_support_idx" ON "platform"."sessions" USING btree ("support_id") WHERE support_id is not null;--> statement-breakpoint
CREATE INDEX "sign_in_tickets_support_idx" ON "platform"."sign_in_tickets" USING btree ("support_id") WHERE support_id is not null;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_support_check" CHECK (support_id is null or (tenant_id is not null and parent_id is null and kind = 'browser'));--> statement-breakpoint
ALTER TABLE platform.support_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.support_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.support_sessions TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.support_sessions TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY console ON platform.support_sessions TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
ALTER TABLE platform.support_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.support_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.support_grants TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.support_grants TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY console ON platform.support_grants TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
--> statement-breakpoint
-- A tenant sees who was there and can end it; that anybody comes is the platform's, by a function.
GRANT SELECT, UPDATE (ended_at, ended_how, ended_by, ended_by_name) ON platform.support_sessions TO tenantry_app;
GRANT SELECT, INSERT, DELETE, UPDATE (until, granted_by, granted_by_name) ON platform.support_grants TO tenantry_app;
GRANT SELECT (id, tenant_id, superuser_id, superuser_name, user_id, user_name, reason, can_write,
  started_at, expires_at, ended_at, ended_how, ended_by_name) ON platform.support_sessions TO tenantry_console;
GRANT SELECT ON platform.support_grants TO tenantry_console;
--> statement-breakpoint
-- A week is counted from when it is granted, by nobody's clock but this one.
CREATE FUNCTION platform.stamp_support_grant() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  NEW.granted_at := now();
  RETURN NEW;
END
$$;
CREATE TRIGGER support_grants_stamp BEFORE INSERT OR UPDATE ON platform.support_grants
  FOR EACH ROW EXECUTE FUNCTION platform.stamp_support_grant();
--> statement-breakpoint
-- What has ended stays so; and its session at the tenant ends with it, however it came.
CREATE FUNCTION platform.keep_support_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'This access has ended.' USING ERRCODE = 'check_violation', CONSTRAINT = 'support_sessions_ended';
END
$$;
CREATE TRIGGER support_sessions_keep_ended BEFORE UPDATE ON platform.support_sessions
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND NEW.* IS DISTINCT FROM OLD.*)
  EXECUTE FUNCTION platform.keep_support_ended();
CREATE FUNCTION platform.end_support_session() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.sessions SET revoked_at = now() WHERE support_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER support_sessions_end_session AFTER UPDATE OF ended_at ON platform.support_sessions
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION platform.end_support_session();
--> statement-breakpoint
-- Why an access is over, or null while it lives. The one place that decides: what asks whether it may
-- go on asks here, at that very moment.
CREATE FUNCTION platform.support_fault(p_support uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT CASE
    WHEN p.ended_at IS NOT NULL THEN p.ended_how
    WHEN p.expires_at <= now() THEN 'time'
    WHEN NOT (su.is_active AND su.is_superuser) THEN 'rights'
    WHEN NOT EXISTS (SELECT FROM platform.sessions r
      WHERE r.user_id = p.superuser_id AND r.tenant_id IS NULL AND r.revoked_at IS NULL
        AND r.expires_at > now() AND encode(sha256(convert_to(r.id::text, 'UTF8')), 'hex') = p.began_in)
      THEN 'sign-out'
    WHEN t.status NOT IN ('active', 'maintenance') THEN 'closed'
    WHEN NOT u.is_active OR u.is_superuser OR NOT EXISTS (SELECT FROM platform.memberships m
      WHERE m.tenant_id = p.tenant_id AND m.user_id = p.user_id AND m.deactivated_at IS NULL)
      THEN 'person'
  END
  FROM platform.support_sessions p
  JOIN platform.users su ON su.id = p.superuser_id
  JOIN platform.users u ON u.id = p.user_id
  JOIN platform.tenants t ON t.id = p.tenant_id
  WHERE p.id = p_support
$$;
-- Whether it may change things: asked for when it began, and granted by the tenant now.
CREATE FUNCTION platform.support_writes(p_support uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT EXISTS (SELECT FROM platform.support_sessions p
    JOIN platform.support_grants g ON g.tenant_id = p.tenant_id AND g.until > now()
    WHERE p.id = p_support AND p.can_write)
$$;
--> statement-breakpoint
-- Writes down that an access has ended, with its event in the tenant's own log.
CREATE FUNCTION platform.finish_support(p_support uuid, p_how text, p_by uuid, p_by_name text, p_request text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  done platform.support_sessions;
BEGIN
  UPDATE platform.support_sessions SET ended_at = now(), ended_how = p_how, ended_by = p_by, ended_by_name = p_by_name
  WHERE id = p_support AND ended_at IS NULL RETURNING * INTO done;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES (done.tenant_id, 'support.ended', done.id, p_by, coalesce(p_by_name, ''), p_request,
    jsonb_build_object('resource', 'support', 'label', done.user_name, 'userId', done.user_id,
      'reason', done.reason, 'how', p_how, 'support', jsonb_build_object(
        'id', done.superuser_id, 'name', done.superuser_name, 'session', done.id)));
  RETURN true;
END
$$;
-- The same for all that may not go on any more: by their time, and for whatever else has changed.
CREATE FUNCTION platform.close_support() RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH over AS (
    SELECT p.id, coalesce(platform.support_fault(p.id), 'sign-out') AS how
    FROM platform.support_sessions p
    WHERE p.ended_at IS NULL AND (platform.support_fault(p.id) IS NOT NULL OR (
      EXISTS (SELECT FROM platform.sessions s WHERE s.support_id = p.id)
      AND NOT EXISTS (SELECT FROM platform.sessions s
        WHERE s.support_id = p.id AND s.revoked_at IS NULL AND s.expires_at > now())))
    FOR UPDATE OF p SKIP LOCKED
  )
  SELECT (count(*) FILTER (WHERE platform.finish_support(over.id, over.how, NULL, NULL, '')))::integer FROM over
$$;
--> statement-breakpoint
-- At once, where something changes that an access hangs on; the job at its time is for the clock.
CREATE FUNCTION platform.close_support_after() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM platform.support_sessions WHERE ended_at IS NULL) THEN
    PERFORM platform.close_support();
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER sessions_close_support AFTER UPDATE OF revoked_at ON platform.sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION platform.close_support_after();
CREATE TRIGGER users_close_support AFTER UPDATE OF is_active, is_superuser ON platform.users
  FOR EACH ROW WHEN (OLD.is_active <> NEW.is_active OR OLD.is_superuser <> NEW.is_superuser)
  EXECUTE FUNCTION platform.close_support_after();
CREATE TRIGGER tenants_close_support AFTER UPDATE OF status ON platform.tenants
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.close_support_after();
CREATE TRIGGER memberships_close_support AFTER DELETE OR UPDATE OF deactivated_at ON platform.memberships
  FOR EACH ROW EXECUTE FUNCTION platform.close_support_after();
--> statement-breakpoint
-- Begins one: a live session of a superuser on the root host, a person who belongs to the tenant and
-- is no superuser, a reason, half an hour at most. Null for everybody else; `fault` says what was
-- asked for in vain. Whatever the same superuser has running ends.
CREATE FUNCTION platform.begin_support(p_session uuid, p_tenant uuid, p_user uuid, p_reason text,
  p_minutes integer, p_write boolean, p_request text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  who platform.users;
  whom platform.users;
  made platform.support_sessions;
  former uuid;
BEGIN
  SELECT u.* INTO who FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active AND u.is_superuser
  WHERE s.id = p_session AND s.tenant_id IS NULL AND s.kind = 'browser'
    AND s.revoked_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.support ' || who.id, 0));
  PERFORM FROM platform.tenants t WHERE t.id = p_tenant AND t.status = 'active' FOR SHARE;
  IF NOT FOUND THEN RETURN jsonb_build_object('fault', 'tenant'); END IF;
  SELECT u.* INTO whom FROM platform.users u
  JOIN platform.memberships m ON m.user_id = u.id AND m.tenant_id = p_tenant AND m.deactivated_at IS NULL
  WHERE u.id = p_user AND u.is_active AND NOT u.is_superuser
    AND u.id <> '00000000-0000-4000-8000-000000000000';
  IF NOT FOUND THEN RETURN jsonb_build_object('fault', 'person'); END IF;
  IF p_write AND NOT EXISTS (SELECT FROM platform.support_grants g
    WHERE g.tenant_id = p_tenant AND g.until > now()) THEN
    RETURN jsonb_build_object('fault', 'write');
  END IF;
  FOR former IN SELECT p.id FROM platform.support_sessions p WHERE p.superuser_id = who.id AND p.ended_at IS NULL
  LOOP
    PERFORM platform.finish_support(former, coalesce(platform.support_fault(former), 'replaced'), who.id, who.name, p_request);
  END LOOP;
  INSERT INTO platform.support_sessions (tenant_id, superuser_id, superuser_name, user_id, user_name,
    began_in, reason, can_write, expires_at)
  VALUES (p_tenant, who.id, who.name, whom.id, whom.name,
    encode(sha256(convert_to(p_session::text, 'UTF8')), 'hex'), p_reason, coalesce(p_write, false),
    now() + make_interval(mins => p_minutes))
  RETURNING * INTO made;
  INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES (p_tenant, 'support.began', made.id, who.id, who.name, p_request,
    jsonb_build_object('resource', 'support', 'label', whom.name, 'userId', whom.id,
      'reason', p_reason, 'minutes', p_minutes, 'canWrite', made.can_write, 'until', made.expires_at,
      'support', jsonb_build_object('id', who.id, 'name', who.name, 'session', made.id)));
  INSERT INTO platform.jobs (kind, key, payload, run_at) VALUES ('support.close', made.id::text, '{}', made.expires_at)
  ON CONFLICT DO NOTHING;
  RETURN jsonb_build_object('id', made.id);
END
$$;
-- Ends one: the superuser's own session names which of theirs, and the acting one means itself.
CREATE FUNCTION platform.end_support(p_session uuid, p_support uuid, p_request text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT coalesce(bool_or(platform.finish_support(p.id, 'superuser', p.superuser_id, p.superuser_name, p_request)), false)
  FROM platform.sessions s
  JOIN platform.support_sessions p ON p.ended_at IS NULL AND CASE WHEN s.support_id IS NULL
    THEN s.tenant_id IS NULL AND p.superuser_id = s.user_id AND p.id = p_support
    ELSE p.id = s.support_id END
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Binds a transaction to an access of support: what is written says on whose behalf, and where nothing
-- may be written PostgreSQL itself refuses, and this says so: true, false, or null for an access that
-- is over. A transaction that has asked something cannot go back.
CREATE FUNCTION platform.bind_support(p_session uuid, p_tenant uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  mine uuid;
BEGIN
  SELECT s.support_id INTO mine FROM platform.sessions s
  WHERE s.id = p_session AND s.tenant_id = p_tenant AND s.support_id IS NOT NULL
    AND s.revoked_at IS NULL AND s.expires_at > now() AND platform.support_fault(s.support_id) IS NULL;
  IF FOUND THEN
    PERFORM set_config('app.support', mine::text, true);
    IF platform.support_writes(mine) THEN RETURN true; END IF;
  END IF;
  PERFORM set_config('transaction_read_only', 'on', true);
  RETURN CASE WHEN mine IS NOT NULL THEN false END;
END
$$;
-- Both identities on whatever is written down: who acts, and as whom.
CREATE FUNCTION platform.sign_support_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  SELECT coalesce(NEW.payload, '{}') || jsonb_build_object('support', jsonb_build_object(
    'id', p.superuser_id, 'name', p.superuser_name, 'session', p.id))
  INTO NEW.payload
  FROM platform.support_sessions p
  WHERE p.id = current_setting('app.support', true)::uuid AND p.ended_at IS NULL
    AND p.tenant_id IS NOT DISTINCT FROM NEW.tenant_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'This access of support has ended.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER events_sign_support BEFORE INSERT ON platform.events FOR EACH ROW
  WHEN (nullif(current_setting('app.support', true), '') IS NOT NULL)
  EXECUTE FUNCTION platform.sign_support_event();
--> statement-breakpoint
-- Whatever was granted: who belongs, what they may do, and this access itself are never support's.
CREATE FUNCTION platform.refuse_support() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  IF nullif(current_setting('app.support', true), '') IS NOT NULL THEN
    RAISE EXCEPTION 'Support may not change this.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.memberships
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER roles_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.roles
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER groups_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.groups
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER group_members_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.group_members
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER support_grants_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.support_grants
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER support_sessions_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.support_sessions
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
--> statement-breakpoint
-- As before. Of a session of support comes along what doors need to know of it, and there is none once
-- the access is over; that somebody acts as them is no sign that the person was here.
DROP FUNCTION platform.check_session(uuid, uuid);
CREATE FUNCTION platform.check_session(p_session uuid, p_tenant uuid)
RETURNS TABLE (user_id uuid, name text, email text, is_superuser boolean, kind text,
  expires_at timestamptz, membership_id uuid, role text, is_staff boolean, member_superuser boolean,
  role_name text, permissions jsonb, support jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_seen timestamptz;
  v_support uuid;
BEGIN
  SELECT s.last_seen_at, s.support_id, u.id, u.name, u.email, u.is_superuser, s.kind, s.expires_at,
    m.id, m.role, m.is_staff, m.is_superuser, r.name, to_jsonb(r.permissions)
  INTO v_seen, v_support, user_id, name, email, is_superuser, kind, expires_at,
    membership_id, role, is_staff, member_superuser, role_name, permissions
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  LEFT JOIN platform.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
    AND m.deactivated_at IS NULL
  LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
  WHERE s.id = p_session AND s.tenant_id IS NOT DISTINCT FROM p_tenant
    AND s.revoked_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF v_support IS NOT NULL THEN
    IF platform.support_fault(v_support) IS NOT NULL THEN RETURN; END IF;
    SELECT jsonb_build_object('id', p.id, 'superuserId', p.superuser_id, 'superuserName', p.superuser_name,
      'reason', p.reason, 'canWrite', platform.support_writes(p.id), 'expiresAt', p.expires_at)
    INTO support FROM platform.support_sessions p WHERE p.id = v_support;
  END IF;
  IF v_seen < now() - interval '1 minute' THEN
    UPDATE platform.sessions s SET last_seen_at = now()
    WHERE s.id = p_session AND s.last_seen_at < now() - interval '1 minute';
  END IF;
  RETURN NEXT;
END
$$;
DROP TRIGGER sessions_note_last_seen ON platform.sessions;
CREATE TRIGGER sessions_note_last_seen AFTER INSERT OR UPDATE OF last_seen_at ON platform.sessions
  FOR EACH ROW WHEN (NEW.tenant_id IS NOT NULL AND NEW.support_id IS NULL)
  EXECUTE FUNCTION platform.note_last_seen();
--> statement-breakpoint
-- As before; the end of a session of support is told by its access, and not as the person's.
CREATE OR REPLACE FUNCTION platform.end_session(p_session uuid, p_request text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH ended AS (
    UPDATE platform.sessions SET revoked_at = now()
    WHERE id = p_session AND revoked_at IS NULL AND expires_at > now()
    RETURNING id, user_id, tenant_id, kind, support_id
  ), told AS (
    INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
    SELECT e.tenant_id, 'session.ended', e.id, u.id, u.name, p_request,
      jsonb_build_object('resource', 'sessions', 'label', u.name, 'kind', e.kind)
    FROM ended e JOIN platform.users u ON u.id = e.user_id WHERE e.support_id IS NULL
  )
  SELECT EXISTS (SELECT FROM ended)
$$;
--> statement-breakpoint
-- As before, of the person's own sessions, asked by one of them.
CREATE OR REPLACE FUNCTION platform.end_other_sessions(p_session uuid, p_target uuid, p_request text)
RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT count(*)::integer FROM (
    SELECT platform.end_session(other.id, p_request) AS done
    FROM platform.sessions mine
    JOIN platform.users u ON u.id = mine.user_id AND u.is_active
    JOIN platform.sessions other ON other.user_id = mine.user_id AND other.support_id IS NULL
      AND platform.browser_of(other.id, other.parent_id) <> platform.browser_of(mine.id, mine.parent_id)
    WHERE mine.id = p_session AND mine.support_id IS NULL AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND (p_target IS NULL OR platform.browser_of(other.id, other.parent_id) = p_target)
      AND other.revoked_at IS NULL AND other.expires_at > now()
  ) ended WHERE done
$$;
CREATE OR REPLACE FUNCTION platform.list_own_sessions(p_session uuid)
RETURNS TABLE (id uuid, is_current boolean, kind text, places jsonb, user_agent text,
  address text, created_at timestamptz, last_seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.browser_of(other.id, other.parent_id),
    bool_or(platform.browser_of(other.id, other.parent_id) = platform.browser_of(mine.id, mine.parent_id)),
    min(other.kind),
    jsonb_agg(DISTINCT t.name ORDER BY t.name),
    (array_agg(other.user_agent ORDER BY other.last_seen_at DESC))[1],
    (array_agg(other.address ORDER BY other.last_seen_at DESC))[1],
    min(other.created_at), max(other.last_seen_at)
  FROM platform.sessions mine
  JOIN platform.users u ON u.id = mine.user_id AND u.is_active
  JOIN platform.sessions other ON other.user_id = mine.user_id AND other.support_id IS NULL
  LEFT JOIN platform.tenants t ON t.id = other.tenant_id
  WHERE mine.id = p_session AND mine.support_id IS NULL AND mine.revoked_at IS NULL AND mine.expires_at > now()
    AND other.revoked_at IS NULL AND other.expires_at > now()
  GROUP BY platform.browser_of(other.id, other.parent_id)
  ORDER BY max(other.last_seen_at) DESC, 1
  LIMIT 100
$$;
-- As before. Where else somebody belongs is not support's business.
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
    AND (mine.support_id IS NULL OR t.id = mine.tenant_id)
  ORDER BY t.name, t.id
  LIMIT 200
$$;
--> statement-breakpoint
-- As before, for nobody who acts as somebody.
CREATE OR REPLACE FUNCTION platform.delete_own_tenant(p_session uuid, p_grace_seconds integer) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.retire_tenant(t.id, p_grace_seconds)
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  JOIN platform.tenants t ON t.id = s.tenant_id AND t.owner_id = s.user_id
  WHERE s.id = p_session AND s.support_id IS NULL AND s.revoked_at IS NULL AND s.expires_at > now()
    AND t.id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
CREATE OR REPLACE FUNCTION platform.transfer_own_tenant(p_session uuid, p_email text, p_remove boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  mine uuid;
  heir uuid;
BEGIN
  SELECT t.id INTO mine FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  JOIN platform.tenants t ON t.id = s.tenant_id AND t.owner_id = s.user_id
  WHERE s.id = p_session AND s.support_id IS NULL AND s.revoked_at IS NULL AND s.expires_at > now()
    AND t.id = nullif(current_setting('app.tenant_id', true), '')::uuid;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.id INTO heir FROM platform.users u WHERE u.email = p_email AND u.is_active;
  IF NOT FOUND THEN RETURN jsonb_build_object('nobody', true); END IF;
  RETURN platform.hand_over_tenant(mine, heir, p_remove);
END
$$;
--> statement-breakpoint
-- As before, from no session of support. Sessions of a browser are never another's parents.
CREATE OR REPLACE FUNCTION platform.issue_ticket(p_session uuid, p_tenant uuid, p_hash text, p_state text,
  p_address text, p_next text, p_seconds integer) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  DELETE FROM platform.sign_in_tickets WHERE hash IN (
    SELECT t.hash FROM platform.sign_in_tickets t WHERE t.expires_at < now() - interval '1 hour'
    ORDER BY t.expires_at LIMIT 5 FOR UPDATE SKIP LOCKED);
  WITH made AS (
    INSERT INTO platform.sign_in_tickets (hash, session_id, tenant_id, address, state, next, expires_at)
    SELECT p_hash, root.id, p_tenant, p_address, p_state, p_next,
      now() + make_interval(secs => least(p_seconds, 60))
    FROM platform.sessions mine
    JOIN platform.users u ON u.id = mine.user_id AND u.is_active
    JOIN platform.sessions root ON root.id = platform.browser_of(mine.id, mine.parent_id)
      AND root.tenant_id IS NULL AND root.kind = 'browser'
      AND root.revoked_at IS NULL AND root.expires_at > now()
    WHERE mine.id = p_session AND mine.support_id IS NULL AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND (mine.tenant_id IS NULL) <> (p_tenant IS NULL)
    RETURNING hash
  )
  SELECT EXISTS (SELECT FROM made)
$$;
-- A ticket that opens an access of support, at its tenant alone, from the session it began in.
CREATE FUNCTION platform.issue_support_ticket(p_session uuid, p_support uuid, p_tenant uuid, p_hash text,
  p_state text, p_address text, p_seconds integer) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH made AS (
    INSERT INTO platform.sign_in_tickets (hash, session_id, tenant_id, support_id, address, state, next, expires_at)
    SELECT p_hash, mine.id, p_tenant, p.id, p_address, p_state, '',
      now() + make_interval(secs => least(p_seconds, 60))
    FROM platform.sessions mine
    JOIN platform.support_sessions p ON p.id = p_support AND p.superuser_id = mine.user_id AND p.tenant_id = p_tenant
      AND p.began_in = encode(sha256(convert_to(mine.id::text, 'UTF8')), 'hex')
    WHERE mine.id = p_session AND mine.tenant_id IS NULL AND platform.support_fault(p.id) IS NULL
    RETURNING hash
  )
  SELECT EXISTS (SELECT FROM made)
$$;
--> statement-breakpoint
-- As before; a ticket of support opens the one session of its access, which ends an earlier one of it.
CREATE OR REPLACE FUNCTION platform.redeem_ticket(p_hash text, p_tenant uuid, p_state text, p_address text,
  p_replaced uuid, p_agent text, p_client text, p_request text)
RETURNS TABLE (session_id uuid, user_id uuid, seconds integer, is_kept boolean, next text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_ticket platform.sign_in_tickets;
  v_root platform.sessions;
  v_before platform.sessions;
  v_support platform.support_sessions;
BEGIN
  UPDATE platform.sign_in_tickets t SET used_at = now()
  WHERE t.hash = p_hash AND t.used_at IS NULL AND t.expires_at > now()
  RETURNING t.* INTO v_ticket;
  IF NOT FOUND OR v_ticket.tenant_id IS DISTINCT FROM p_tenant OR v_ticket.state <> p_state
    OR v_ticket.address <> p_address THEN RETURN; END IF;
  SELECT s.* INTO v_root FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = v_ticket.session_id AND s.revoked_at IS NULL AND s.expires_at > now()
  FOR UPDATE OF s;
  IF NOT FOUND THEN RETURN; END IF;
  user_id := v_root.user_id;
  seconds := greatest(extract(epoch FROM v_root.expires_at - now())::integer, 1);
  is_kept := v_root.is_kept;
  next := v_ticket.next;
  IF v_ticket.support_id IS NOT NULL THEN
    SELECT p.* INTO v_support FROM platform.support_sessions p
    WHERE p.id = v_ticket.support_id AND p.tenant_id = p_tenant AND platform.support_fault(p.id) IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    user_id := v_support.user_id;
    seconds := greatest(extract(epoch FROM v_support.expires_at - now())::integer, 1);
    is_kept := false;
    INSERT INTO platform.sessions (user_id, tenant_id, kind, user_agent, address, expires_at, support_id)
    VALUES (v_support.user_id, p_tenant, 'browser', left(p_agent, 300), left(p_client, 64),
      v_support.expires_at, v_support.id)
    RETURNING id INTO session_id;
    UPDATE platform.sessions s SET revoked_at = now()
    WHERE s.support_id = v_support.id AND s.id <> session_id AND s.revoked_at IS NULL;
  ELSIF p_tenant IS NULL THEN
    session_id := v_root.id;
  ELSE
    session_id := platform.open_session(v_root.user_id, p_tenant, 'browser', seconds, p_agent, p_client,
      p_request);
    IF session_id IS NULL THEN RETURN; END IF;
    UPDATE platform.sessions s SET parent_id = v_root.id, is_kept = v_root.is_kept
    WHERE s.id = session_id;
  END IF;
  SELECT s.* INTO v_before FROM platform.sessions s
  WHERE s.id = p_replaced AND s.id <> session_id AND s.tenant_id IS NOT DISTINCT FROM p_tenant;
  -- Somebody else's whole browser, since this one is now another person's; else what is replaced.
  IF v_before.user_id = v_root.user_id
    AND platform.browser_of(v_before.id, v_before.parent_id) = v_root.id THEN
    PERFORM platform.end_session(v_before.id, p_request);
  ELSIF v_before.id IS NOT NULL THEN
    PERFORM platform.end_browser(v_before.id, p_request);
  END IF;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.stamp_support_grant() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_support_ended() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_support_session() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.support_fault(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.support_writes(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.finish_support(uuid, text, uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.close_support() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.close_support_after() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.begin_support(uuid, uuid, uuid, text, integer, boolean, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_support(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.bind_support(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.sign_support_event() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.refuse_support() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.check_session(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.issue_support_ticket(uuid, uuid, uuid, text, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.close_support() TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.begin_support(uuid, uuid, uuid, text, integer, boolean, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.end_support(uuid, uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.bind_support(uuid, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.check_session(uuid, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.issue_support_ticket(uuid, uuid, uuid, text, text, text, integer) TO tenantry_app;
