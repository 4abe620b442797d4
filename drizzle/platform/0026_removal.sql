CREATE TABLE "platform"."person_export_pieces" (
	"export_id" uuid NOT NULL,
	"place_id" uuid,
	"seq" integer NOT NULL,
	"is_last" boolean NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "person_export_pieces_key" UNIQUE NULLS NOT DISTINCT("export_id","place_id","seq")
);
--> statement-breakpoint
CREATE TABLE "platform"."person_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"tenants" uuid[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "platform"."users" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."person_export_pieces" ADD CONSTRAINT "person_export_pieces_export_id_person_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "platform"."person_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."person_export_pieces" ADD CONSTRAINT "person_export_pieces_place_id_tenants_id_fk" FOREIGN KEY ("place_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."person_exports" ADD CONSTRAINT "person_exports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_export_pieces_place_idx" ON "platform"."person_export_pieces" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "person_exports_user_idx" ON "platform"."person_exports" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "person_exports_expires_idx" ON "platform"."person_exports" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "platform"."users" ADD CONSTRAINT "users_deleted_check" CHECK (deleted_at is null or not (is_active or is_superuser) and password_hash is null);--> statement-breakpoint
ALTER TABLE "platform"."users" ADD CONSTRAINT "users_erased_check" CHECK (erased_at is null or deleted_at is not null);
--> statement-breakpoint
-- Nobody but narrow functions reads or writes them.
ALTER TABLE platform.person_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.person_exports FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.person_export_pieces ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.person_export_pieces FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.person_exports TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.person_export_pieces TO tenantry_owner USING (true) WITH CHECK (true);
GRANT SELECT (deleted_at, erased_at) ON platform.users TO tenantry_console;
CREATE OR REPLACE VIEW platform.console_people WITH (security_invoker = true) AS
  SELECT u.id, u.email, u.name, u.is_superuser, u.is_active,
    (SELECT count(*) FROM platform.memberships m WHERE m.user_id = u.id) AS tenants, u.created_at,
    u.deleted_at AS ended_at, u.erased_at
  FROM platform.users u WHERE u.id <> '00000000-0000-4000-8000-000000000000';
--> statement-breakpoint
-- Adds somebody, or brings the row of a deleted account back (S4.23): the history is theirs again, and
-- nothing else. Null where somebody has the email, deactivated or not: an operator's "no" stays one.
CREATE FUNCTION platform.add_or_reactivate_person(p_email text, p_name text, p_hash text, p_verified timestamptz)
RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  INSERT INTO platform.users AS u (email, name, password_hash, email_verified_at)
  VALUES (p_email, p_name, p_hash, p_verified)
  ON CONFLICT (email) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash,
    email_verified_at = excluded.email_verified_at, is_active = true, deleted_at = NULL, updated_at = now()
  WHERE u.deleted_at IS NOT NULL
  RETURNING u.id
$$;
-- The operators' door to it.
CREATE FUNCTION platform.add_person(p_email text, p_name text, p_hash text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.add_or_reactivate_person(p_email, p_name, p_hash, NULL) WHERE platform.is_operator()
$$;
--> statement-breakpoint
-- As before, and a deleted account is nobody's: its email may register again, and gets the row back.
CREATE OR REPLACE FUNCTION platform.read_link(p_link uuid)
RETURNS TABLE (purpose text, email text, tenant_id uuid, payload jsonb, state text, account text,
  person_name text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT l.purpose, l.email, l.tenant_id, l.payload,
    CASE WHEN l.used_at IS NOT NULL THEN 'used' WHEN l.voided_at IS NOT NULL THEN 'void'
      WHEN l.expires_at <= now() THEN 'expired' ELSE 'open' END,
    CASE WHEN u.id IS NULL THEN 'none' WHEN u.is_active THEN 'active' ELSE 'inactive' END,
    coalesce(u.name, whose.name), l.created_at
  FROM platform.one_time_links l
  LEFT JOIN platform.users u ON u.email = l.email AND u.deleted_at IS NULL
  LEFT JOIN platform.users whose ON whose.id = l.user_id
  WHERE l.id = p_link
$$;
CREATE OR REPLACE FUNCTION platform.take_proved_person(p_link platform.one_time_links, p_request text,
  OUT person uuid, OUT is_new boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  person := platform.add_or_reactivate_person(p_link.email, p_link.payload ->> 'name', p_link.password_hash, now());
  is_new := person IS NOT NULL;
  IF is_new THEN
    INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
    VALUES ('user.created', person, person, p_link.payload ->> 'name', p_request,
      jsonb_build_object('resource', 'users', 'label', p_link.payload ->> 'name'));
  ELSE
    -- Whoever came in before the mailbox was proved may not be whose it is: their ways in are none.
    DELETE FROM platform.identities i USING platform.users u
    WHERE u.id = i.user_id AND u.email = p_link.email AND u.email_verified_at IS NULL;
    UPDATE platform.users u SET email_verified_at = coalesce(u.email_verified_at, now())
    WHERE u.email = p_link.email AND u.is_active RETURNING u.id INTO person;
  END IF;
END
$$;
--> statement-breakpoint
-- As before, and a deleted account is nobody's.
CREATE OR REPLACE FUNCTION platform.read_invitation(p_invitation uuid)
RETURNS TABLE (email text, state text, role text, role_id uuid, role_name text, invited_by uuid,
  inviter text, message text, expires_at timestamptz, account text, member text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT i.email,
    CASE WHEN i.accepted_at IS NOT NULL THEN 'used' WHEN i.revoked_at IS NOT NULL THEN i.ended_why
      WHEN i.expires_at <= now() THEN 'expired'
      WHEN i.role = 'custom' AND i.role_id IS NULL THEN 'dead' ELSE 'open' END,
    i.role, i.role_id, r.name, i.invited_by, w.name, i.message, i.expires_at,
    CASE WHEN u.id IS NULL THEN 'none' WHEN u.is_active THEN 'active' ELSE 'inactive' END,
    CASE WHEN m.id IS NULL THEN 'none' WHEN m.deactivated_at IS NULL THEN 'active' ELSE 'inactive' END
  FROM platform.invitations i
  JOIN platform.users w ON w.id = i.invited_by
  LEFT JOIN platform.roles r ON r.tenant_id = i.tenant_id AND r.id = i.role_id
  LEFT JOIN platform.users u ON u.email = i.email AND u.deleted_at IS NULL
  LEFT JOIN platform.memberships m ON m.tenant_id = i.tenant_id AND m.user_id = u.id
  WHERE i.id = p_invitation AND i.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
--> statement-breakpoint
-- What goes with an account, and what stands in the way.
CREATE FUNCTION platform.removal_of(p_user uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
BEGIN
  SELECT * INTO person FROM platform.users u
  WHERE u.id = p_user AND u.id <> '00000000-0000-4000-8000-000000000000';
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
    'deletedAt', person.deleted_at, 'erasedAt', person.erased_at,
    'keys', (SELECT count(*) FROM platform.api_keys k WHERE k.created_by = person.id AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now())),
    'isLastSuperuser', person.is_active AND person.is_superuser AND NOT EXISTS (SELECT FROM platform.users u
      WHERE u.id <> person.id AND u.is_active AND u.is_superuser),
    'owned', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
        'domain', (SELECT d.hostname FROM platform.domains d
          WHERE d.tenant_id = t.id AND d.is_primary AND d.verified_at IS NOT NULL),
        'people', (SELECT count(*) FROM platform.memberships m WHERE m.tenant_id = t.id AND m.user_id <> person.id),
        'heirs', (SELECT count(*) FROM platform.memberships m JOIN platform.users u ON u.id = m.user_id AND u.is_active
          WHERE m.tenant_id = t.id AND m.user_id <> person.id AND m.role IN ('owner', 'admin')
            AND m.deactivated_at IS NULL)) ORDER BY t.name, t.id), '[]')
      FROM platform.tenants t WHERE t.owner_id = person.id AND t.status <> 'deleted'),
    'left', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
        'role', coalesce(r.name, m.role)) ORDER BY t.name, t.id), '[]')
      FROM platform.memberships m
      JOIN platform.tenants t ON t.id = m.tenant_id AND t.status <> 'deleted'
      LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
      WHERE m.user_id = person.id AND t.owner_id <> person.id));
END
$$;
CREATE FUNCTION platform.read_own_removal(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.removal_of(u.id) FROM platform.root_person(p_session) u
$$;
CREATE FUNCTION platform.read_removal(p_user uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.removal_of(p_user) WHERE platform.is_operator()
$$;
--> statement-breakpoint
-- Takes the name and email of a deleted account away for good. The row keeps its id, so that what was
-- done stays told apart; each tenant's own profiles of the person follow by a job. False where there
-- is nothing to erase.
CREATE FUNCTION platform.erase_person(p_user uuid, p_actor uuid, p_request text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  was text;
  place text;
  kept text;
BEGIN
  SELECT u.email INTO was FROM platform.users u
  WHERE u.id = p_user AND u.deleted_at IS NOT NULL AND u.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE platform.users SET name = 'Former member', email = 'erased-' || id || '@erased.invalid',
    password_hash = NULL, email_verified_at = NULL, erased_at = now(), updated_at = now()
  WHERE id = p_user;
  -- With the addresses and devices they came from.
  DELETE FROM platform.sessions WHERE user_id = p_user;
  DELETE FROM platform.one_time_links WHERE email = was;
  UPDATE platform.invitations SET email = 'erased-' || id || '@erased.invalid'
  WHERE email = was OR accepted_by = p_user;
  -- Where support has acted for somebody, who that was is kept by id.
  IF to_regclass('platform.support_sessions') IS NOT NULL THEN
    EXECUTE 'UPDATE platform.support_sessions SET user_name = ''Former member'' WHERE user_id = $1' USING p_user;
    EXECUTE 'UPDATE platform.support_sessions SET superuser_name = ''Former member'' WHERE superuser_id = $1' USING p_user;
    EXECUTE 'UPDATE platform.support_sessions SET ended_by_name = ''Former member'' WHERE ended_by = $1' USING p_user;
    EXECUTE 'UPDATE platform.support_grants SET granted_by_name = ''Former member'' WHERE granted_by = $1' USING p_user;
  END IF;
  FOR place IN SELECT DISTINCT t.schema_name FROM platform.tenants t LOOP
    FOR kept IN SELECT x FROM unnest(ARRAY['authors.user_id', 'revisions.actor_id']) AS x
      WHERE to_regclass(format('%I.%I', place, split_part(x, '.', 1))) IS NOT NULL
    LOOP
      EXECUTE format('INSERT INTO platform.jobs (tenant_id, kind, key, payload) '
        'SELECT DISTINCT o.tenant_id, ''person.erase'', $1::text, jsonb_build_object(''userId'', $1) '
        'FROM %I.%I o JOIN platform.tenants t ON t.id = o.tenant_id WHERE o.%I = $1 ON CONFLICT DO NOTHING',
        place, split_part(kept, '.', 1), split_part(kept, '.', 2)) USING p_user;
    END LOOP;
  END LOOP;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  SELECT 'user.erased', p_user, p_actor, coalesce(u.name, ''), p_request,
    jsonb_build_object('resource', 'users', 'label', 'Former member')
  FROM (SELECT 1) one LEFT JOIN platform.users u ON u.id = p_actor;
  RETURN true;
END
$$;
--> statement-breakpoint
-- Deletes an account, in one transaction (S4.12, N12): first the tenants it owns, by their own life
-- cycle, so that they can be restored; then every membership, right, session, token, link and secret.
-- The row stays, inactive. p_tenants are the tenants that were shown to whoever decided: where others
-- are owned by now, nothing is done and `changed` is answered. Null for nobody.
CREATE FUNCTION platform.remove_person(p_user uuid, p_actor uuid, p_tenants uuid[], p_erase boolean,
  p_reason text, p_grace_seconds integer, p_request text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
  owned uuid[];
  one record;
  gone jsonb;
  sites jsonb := '[]';
  tags text[];
  stale text[] := '{}';
  acting text;
  shown text;
  been integer := 0;
BEGIN
  SELECT * INTO person FROM platform.users u
  WHERE u.id = p_user AND u.deleted_at IS NULL AND u.id <> '00000000-0000-4000-8000-000000000000' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- Locked before they are compared: one that changes hands at this moment is its new owner's.
  SELECT coalesce(array_agg(mine.id ORDER BY mine.id), '{}') INTO owned FROM (
    SELECT t.id FROM platform.tenants t WHERE t.owner_id = p_user AND t.status <> 'deleted'
    ORDER BY t.id FOR UPDATE) mine;
  IF owned <> ARRAY(SELECT DISTINCT x FROM unnest(p_tenants) x ORDER BY x) THEN
    RETURN jsonb_build_object('changed', true);
  END IF;
  -- Whom the log cannot forget again it does not learn now.
  shown := CASE WHEN p_erase THEN 'Former member' ELSE person.name END;
  SELECT CASE WHEN u.id = p_user THEN shown ELSE u.name END INTO acting FROM platform.users u WHERE u.id = p_actor;
  FOR one IN SELECT x AS id FROM unnest(owned) x LOOP
    gone := platform.retire_tenant(one.id, p_grace_seconds);
    tags := ARRAY['t:' || one.id, 'host:' || right(gone ->> 'slug', 250)]
      || ARRAY(SELECT 'host:' || right(d, 250) FROM jsonb_array_elements_text(gone -> 'domains') d)
      || ARRAY['platform:demo-tenants'];
    INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload, cache_tags)
    VALUES (one.id, 'tenant.deleted', one.id, p_actor, coalesce(acting, ''), p_request, jsonb_build_object(
      'resource', 'tenants', 'label', gone ->> 'name', 'slug', gone ->> 'slug', 'domains', gone -> 'domains',
      'people', gone -> 'people', 'ownerId', p_user, 'purgeAt', gone -> 'purgeAt',
      'reason', 'with the account of its owner', 'changes',
      jsonb_build_object('status', jsonb_build_array(gone ->> 'status', 'deleted'))), tags);
    stale := stale || tags;
    sites := sites || jsonb_build_object('id', one.id, 'name', gone ->> 'name', 'slug', gone ->> 'slug');
  END LOOP;
  FOR one IN DELETE FROM platform.memberships m WHERE m.user_id = p_user
    RETURNING m.tenant_id, m.id, m.role, m.role_id
  LOOP
    tags := ARRAY['t:' || one.tenant_id || ':rights'];
    INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload, cache_tags)
    VALUES (one.tenant_id, 'member.removed', one.id, p_actor, coalesce(acting, ''), p_request, jsonb_build_object(
      'resource', 'members', 'label', shown, 'userId', p_user, 'role', coalesce((SELECT r.name FROM platform.roles r
        WHERE r.tenant_id = one.tenant_id AND r.id = one.role_id), one.role), 'reason', 'the account was deleted'), tags);
    stale := stale || tags;
    been := been + 1;
  END LOOP;
  -- A tenant that comes back, comes back without them.
  DELETE FROM platform.archived_memberships WHERE user_id = p_user;
  UPDATE platform.tenants SET before_deletion = before_deletion - 'ownerId'
  WHERE status = 'deleted' AND before_deletion ->> 'ownerId' = p_user::text;
  -- Triggers end the sessions, and with them tokens; and let no last superuser go.
  UPDATE platform.users SET is_active = false, is_superuser = false, password_hash = NULL,
    email_verified_at = NULL, deleted_at = now(), updated_at = now()
  WHERE id = p_user;
  DELETE FROM platform.sign_in_tickets t USING platform.sessions s WHERE s.id = t.session_id AND s.user_id = p_user;
  UPDATE platform.one_time_links SET voided_at = now()
  WHERE email = person.email AND used_at IS NULL AND voided_at IS NULL;
  -- What hangs on a person and is no history goes: second factors, recovery codes, known devices,
  -- identities of other providers, links, exports, and whatever later releases add.
  FOR one IN
    SELECT c.relname FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'platform'::regnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] AND a.attname = 'user_id'
    WHERE k.contype = 'f' AND k.confrelid = 'platform.users'::regclass AND k.confdeltype = 'c'
      AND cardinality(k.conkey) = 1 AND c.relname NOT IN ('memberships', 'archived_memberships', 'sessions', 'support_sessions')
  LOOP
    EXECUTE format('DELETE FROM platform.%I WHERE user_id = $1', one.relname) USING p_user;
  END LOOP;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('user.deleted', p_user, p_actor, coalesce(acting, ''), p_request, jsonb_build_object(
    'resource', 'users', 'label', shown, 'reason', p_reason, 'sites', sites, 'memberships', been));
  IF p_erase THEN PERFORM platform.erase_person(p_user, p_actor, p_request); END IF;
  RETURN jsonb_build_object('id', p_user, 'name', person.name, 'sites', sites, 'memberships', been,
    'cacheTags', to_jsonb(stale));
END
$$;
-- The person's own door. The password was asked for before.
CREATE FUNCTION platform.delete_own_account(p_session uuid, p_tenants uuid[], p_erase boolean,
  p_grace_seconds integer, p_request text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.remove_person(u.id, u.id, p_tenants, p_erase, 'by themselves', p_grace_seconds, p_request)
  FROM platform.root_person(p_session) u
$$;
-- The operators' doors.
CREATE FUNCTION platform.delete_person(p_user uuid, p_tenants uuid[], p_erase boolean,
  p_reason text, p_grace_seconds integer, p_request text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.remove_person(p_user, platform.console_person(), p_tenants, p_erase, p_reason, p_grace_seconds, p_request)
  WHERE platform.is_operator()
$$;
CREATE FUNCTION platform.erase_deleted_person(p_user uuid, p_request text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.erase_person(p_user, platform.console_person(), p_request) WHERE platform.is_operator()
$$;
--> statement-breakpoint
-- The audit log as it is shown. What was sealed stays as it was and can be verified; who has been
-- erased is "Former member" in it, by whom and about whom things were done, and what an entry holds
-- of their name and email is left out.
CREATE FUNCTION platform.erased_people() RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 100 SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.id FROM platform.users u WHERE u.erased_at IS NOT NULL
$$;
CREATE FUNCTION platform.payload_without(p_payload jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = platform, pg_temp AS $$
  SELECT p_payload - '{changes,from,to,name,email,label}'::text[]
$$;
CREATE VIEW platform.shown_audit_log WITH (security_invoker = true) AS
  SELECT a.id, a.tenant_id, a.seq, a.created_at, a.type, a.resource, a.subject_id,
    CASE WHEN a.about THEN 'Former member' ELSE a.label END AS label, a.actor_id,
    CASE WHEN a.by THEN 'Former member' ELSE a.actor_name END AS actor_name, a.request_id,
    CASE WHEN a.about OR a.among THEN platform.payload_without(a.payload) ELSE a.payload END AS payload,
    a.previous_hash, a.hash, a.via
  FROM (
    SELECT l.*, coalesce(l.actor_id IN (SELECT platform.erased_people()), false) AS by,
      coalesce(l.resource IN ('users', 'members', 'sessions', 'support', 'invitations') AND (
        l.subject_id IN (SELECT platform.erased_people())
        OR l.payload ->> 'userId' IN (SELECT e::text FROM platform.erased_people() e)
        OR (l.resource = 'sessions' OR l.type IN ('member.added', 'invitation.accepted'))
          AND l.actor_id IN (SELECT platform.erased_people())), false) AS about,
      coalesce(l.payload #>> '{from,id}' IN (SELECT e::text FROM platform.erased_people() e)
        OR l.payload #>> '{to,id}' IN (SELECT e::text FROM platform.erased_people() e), false) AS among
    FROM platform.audit_log l
  ) a;
GRANT SELECT ON platform.shown_audit_log TO tenantry_app, tenantry_console;
--> statement-breakpoint
-- Asks for a copy of what is known of the person: by one job for the platform and one for each tenant
-- they belong to, which runs as that tenant. An earlier copy is gone. Null for who is nobody.
CREATE FUNCTION platform.ask_export(p_session uuid, p_seconds integer, p_request text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
  made platform.person_exports;
BEGIN
  SELECT * INTO person FROM platform.root_person(p_session);
  IF NOT FOUND THEN RETURN NULL; END IF;
  DELETE FROM platform.person_exports WHERE user_id = person.id;
  INSERT INTO platform.person_exports (user_id, tenants, expires_at)
  VALUES (person.id, ARRAY(SELECT m.tenant_id FROM platform.memberships m
    JOIN platform.tenants t ON t.id = m.tenant_id AND t.status <> 'deleted'
    WHERE m.user_id = person.id AND m.deactivated_at IS NULL ORDER BY t.name, t.id),
    now() + make_interval(secs => least(p_seconds, 604800)))
  RETURNING * INTO made;
  INSERT INTO platform.jobs (kind, key, payload)
  VALUES ('person.export-account', made.id, jsonb_build_object('exportId', made.id));
  INSERT INTO platform.jobs (tenant_id, kind, key, payload)
  SELECT t, 'person.export', made.id, jsonb_build_object('exportId', made.id) FROM unnest(made.tenants) t;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('user.exported', person.id, person.id, person.name, p_request,
    jsonb_build_object('resource', 'users', 'label', person.name, 'sites', cardinality(made.tenants)));
  RETURN made.id;
END
$$;
--> statement-breakpoint
-- Whom a copy is about, told to a tenant that is asked for it while they belong to it.
CREATE FUNCTION platform.find_export_person(p_export uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT e.user_id FROM platform.person_exports e
  JOIN platform.users u ON u.id = e.user_id AND u.is_active
  JOIN platform.memberships m ON m.user_id = e.user_id AND m.deactivated_at IS NULL
    AND m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  WHERE e.id = p_export AND m.tenant_id = ANY (e.tenants) AND e.expires_at > now()
$$;
CREATE FUNCTION platform.put_export_piece(p_export uuid, p_seq integer, p_last boolean, p_content jsonb)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
BEGIN
  IF platform.find_export_person(p_export) IS NULL THEN RETURN false; END IF;
  INSERT INTO platform.person_export_pieces AS p (export_id, place_id, seq, is_last, content)
  VALUES (p_export, tenant, p_seq, p_last, p_content)
  ON CONFLICT (export_id, place_id, seq) DO UPDATE SET is_last = excluded.is_last, content = excluded.content;
  IF p_last THEN
    DELETE FROM platform.person_export_pieces WHERE export_id = p_export AND place_id = tenant AND seq > p_seq;
  END IF;
  RETURN true;
END
$$;
--> statement-breakpoint
-- Writes what the platform itself has: the profile, where they belong and are signed in, and what they
-- did on the root host. No name of anybody else: of an act it says what and when. True when it is done.
CREATE FUNCTION platform.fill_account_export(p_export uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
BEGIN
  SELECT u.* INTO person FROM platform.person_exports e JOIN platform.users u ON u.id = e.user_id AND u.is_active
  WHERE e.id = p_export AND e.expires_at > now() FOR UPDATE OF e;
  IF NOT FOUND OR NOT platform.is_unbound() THEN RETURN false; END IF;
  DELETE FROM platform.person_export_pieces WHERE export_id = p_export AND place_id IS NULL;
  INSERT INTO platform.person_export_pieces (export_id, seq, is_last, content)
  SELECT p_export, (n / 1000)::integer, false, jsonb_build_object('part', 'acts', 'site', NULL, 'acts', jsonb_agg(
    jsonb_build_object('at', a.created_at, 'what', a.type, 'kind', a.resource, 'record', a.subject_id) ORDER BY n))
  FROM (SELECT l.*, row_number() OVER (ORDER BY l.seq) + 999 AS n FROM platform.audit_log l
    WHERE l.tenant_id IS NULL AND l.actor_id = person.id) a
  GROUP BY n / 1000;
  INSERT INTO platform.person_export_pieces (export_id, seq, is_last, content)
  VALUES (p_export, 0, true, jsonb_build_object('part', 'account',
    'profile', jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
      'emailVerifiedAt', person.email_verified_at, 'isSuperuser', person.is_superuser, 'createdAt', person.created_at),
    'memberships', (SELECT coalesce(jsonb_agg(jsonb_build_object('site', t.slug, 'siteName', t.name,
        'role', coalesce(r.name, m.role), 'isOwner', t.owner_id = person.id, 'joinedAt', m.joined_at,
        'lastSeenAt', m.last_seen_at, 'groups', (SELECT coalesce(jsonb_agg(g.name ORDER BY g.name), '[]')
          FROM platform.group_members i JOIN platform.groups g ON g.tenant_id = i.tenant_id AND g.id = i.group_id
          WHERE i.tenant_id = m.tenant_id AND i.membership_id = m.id)) ORDER BY t.name, t.id), '[]')
      FROM platform.memberships m JOIN platform.tenants t ON t.id = m.tenant_id
      LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id WHERE m.user_id = person.id),
    'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('site', t.slug, 'kind', s.kind,
        'browser', s.user_agent, 'address', s.address, 'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
        'expiresAt', s.expires_at, 'endedAt', s.revoked_at) ORDER BY s.created_at DESC), '[]')
      FROM platform.sessions s LEFT JOIN platform.tenants t ON t.id = s.tenant_id WHERE s.user_id = person.id)));
  RETURN true;
END
$$;
--> statement-breakpoint
-- The latest copy of whoever holds the session: how far it has come, place by place.
CREATE FUNCTION platform.read_own_export(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT jsonb_build_object('id', e.id, 'createdAt', e.created_at, 'expiresAt', e.expires_at, 'places', (
    SELECT jsonb_agg(jsonb_build_object('name', t.name, 'state', CASE
      WHEN EXISTS (SELECT FROM platform.person_export_pieces p
        WHERE p.export_id = e.id AND p.place_id IS NOT DISTINCT FROM place.id AND p.is_last) THEN 'ready'
      WHEN j.id IS NULL OR j.dead_at IS NOT NULL OR j.done_at IS NOT NULL THEN 'failed'
      ELSE 'waiting' END) ORDER BY place.n)
    FROM unnest(ARRAY[NULL::uuid] || e.tenants) WITH ORDINALITY AS place(id, n)
    LEFT JOIN platform.tenants t ON t.id = place.id
    LEFT JOIN platform.jobs j ON j.key = e.id::text AND j.tenant_id IS NOT DISTINCT FROM place.id
      AND j.kind IN ('person.export', 'person.export-account')
    WHERE place.id IS NULL OR EXISTS (SELECT FROM platform.memberships m
      WHERE m.tenant_id = place.id AND m.user_id = u.id AND m.deactivated_at IS NULL)))
  FROM platform.root_person(p_session) u
  JOIN platform.person_exports e ON e.user_id = u.id AND e.expires_at > now()
$$;
-- A copy, piece by piece, the n-th from 0; only to its person, and of no tenant that they have left.
CREATE FUNCTION platform.read_export_piece(p_session uuid, p_export uuid, p_n integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT p.content
  FROM platform.root_person(p_session) u
  JOIN platform.person_exports e ON e.user_id = u.id AND e.id = p_export AND e.expires_at > now()
  JOIN platform.person_export_pieces p ON p.export_id = e.id
  WHERE p.place_id IS NULL OR EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = p.place_id AND m.user_id = u.id AND m.deactivated_at IS NULL)
  ORDER BY p.place_id NULLS FIRST, p.seq OFFSET p_n LIMIT 1
$$;
CREATE FUNCTION platform.prune_exports(p_limit integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH gone AS (
    DELETE FROM platform.person_exports WHERE id IN (SELECT e.id FROM platform.person_exports e
      WHERE e.expires_at < now() AND platform.is_unbound() ORDER BY e.expires_at LIMIT p_limit)
    RETURNING id
  )
  SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.add_or_reactivate_person(text, text, text, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.add_person(text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.removal_of(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_own_removal(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_removal(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.erase_person(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.remove_person(uuid, uuid, uuid[], boolean, text, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.delete_own_account(uuid, uuid[], boolean, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.delete_person(uuid, uuid[], boolean, text, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.erase_deleted_person(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.erased_people() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.payload_without(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_export(uuid, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_export_person(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.put_export_piece(uuid, integer, boolean, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.fill_account_export(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_own_export(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_export_piece(uuid, uuid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.prune_exports(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.add_person(text, text, text) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.read_own_removal(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.read_removal(uuid) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.delete_own_account(uuid, uuid[], boolean, integer, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.delete_person(uuid, uuid[], boolean, text, integer, text) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.erase_deleted_person(uuid, text) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.erased_people() TO tenantry_app, tenantry_console;
GRANT EXECUTE ON FUNCTION platform.payload_without(jsonb) TO tenantry_app, tenantry_console;
GRANT EXECUTE ON FUNCTION platform.ask_export(uuid, integer, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_export_person(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.put_export_piece(uuid, integer, boolean, jsonb) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.fill_account_export(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.read_own_export(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.read_export_piece(uuid, uuid, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.prune_exports(integer) TO tenantry_app;
