CREATE TABLE "platform"."one_time_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"tenant_id" uuid,
	"pair" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "one_time_links_email_lower_check" CHECK (email = lower(email)),
	CONSTRAINT "one_time_links_purpose_check" CHECK (purpose in ('register', 'signup', 'reset', 'change-email-old', 'change-email-new'))
);
--> statement-breakpoint
ALTER TABLE "platform"."one_time_links" ADD CONSTRAINT "one_time_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."one_time_links" ADD CONSTRAINT "one_time_links_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_links_email_idx" ON "platform"."one_time_links" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "one_time_links_user_idx" ON "platform"."one_time_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "one_time_links_tenant_idx" ON "platform"."one_time_links" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "one_time_links_pair_idx" ON "platform"."one_time_links" USING btree ("pair");--> statement-breakpoint
CREATE INDEX "one_time_links_expires_idx" ON "platform"."one_time_links" USING btree ("expires_at");--> statement-breakpoint
-- Nobody but narrow functions reads or writes them.
ALTER TABLE platform.one_time_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.one_time_links FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.one_time_links TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Adds a link, and asks for its mail. Nobody is looked up: an email that somebody has an account
-- with costs what any other does. Who it is, the job finds out.
CREATE FUNCTION platform.add_link(p_purpose text, p_email text, p_user uuid, p_tenant uuid, p_pair uuid,
  p_payload jsonb, p_hash text, p_seconds integer) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH added AS (
    INSERT INTO platform.one_time_links
      (purpose, email, user_id, tenant_id, pair, payload, password_hash, expires_at)
    VALUES (p_purpose, p_email, p_user, p_tenant, p_pair, p_payload, p_hash,
      now() + make_interval(secs => p_seconds))
    RETURNING id
  ), told AS (
    INSERT INTO platform.jobs (kind, payload)
    SELECT 'identity-mail', jsonb_build_object('link', id) FROM added
  )
  SELECT id FROM added
$$;
--> statement-breakpoint
-- Somebody wants an account at a tenant that is open to everybody. Null where it is not.
CREATE FUNCTION platform.ask_registration(p_tenant uuid, p_email text, p_name text, p_hash text)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.add_link('register', p_email, NULL, t.id, NULL,
    jsonb_build_object('name', left(p_name, 100)), p_hash, 86400) IS NOT NULL
  FROM platform.tenants t
  WHERE t.id = p_tenant AND t.status = 'active' AND t.settings ->> 'registration' = 'open'
$$;
--> statement-breakpoint
-- Somebody wants a site of their own. It is made when the link is used, and not before.
CREATE FUNCTION platform.ask_signup(p_email text, p_name text, p_hash text, p_slug text, p_site text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.add_link('signup', p_email, NULL, NULL, NULL, jsonb_build_object(
    'name', left(p_name, 100), 'slug', left(p_slug, 63), 'site', left(p_site, 100)), p_hash, 86400)
$$;
--> statement-breakpoint
-- Somebody forgot a password. A later question makes the links of earlier ones void.
CREATE FUNCTION platform.ask_reset(p_email text, p_tenant uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  UPDATE platform.one_time_links SET voided_at = now()
  WHERE purpose = 'reset' AND email = p_email AND used_at IS NULL AND voided_at IS NULL;
  SELECT platform.add_link('reset', p_email, NULL, p_tenant, NULL, '{}', NULL, 3600);
$$;
--> statement-breakpoint
-- Asks for the mail of an account that waits for its link, once more. Whether one does, the job finds out.
CREATE FUNCTION platform.ask_again(p_email text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  INSERT INTO platform.jobs (kind, payload)
  VALUES ('identity-mail', jsonb_build_object('again', left(p_email, 254)))
$$;
--> statement-breakpoint
-- The newest account that waits for its link, whether or not there is one with this email already:
-- signing in must not tell.
CREATE FUNCTION platform.find_pending_account(p_email text)
RETURNS TABLE (link uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT l.id, l.password_hash FROM platform.one_time_links l
  WHERE l.email = p_email AND l.password_hash IS NOT NULL
    AND l.used_at IS NULL AND l.voided_at IS NULL AND l.expires_at > now()
  ORDER BY l.created_at DESC, l.id LIMIT 1
$$;
--> statement-breakpoint
-- What a link is for and whether it can still be used, told to whoever has its id.
CREATE FUNCTION platform.read_link(p_link uuid)
RETURNS TABLE (purpose text, email text, tenant_id uuid, payload jsonb, state text, account text,
  person_name text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT l.purpose, l.email, l.tenant_id, l.payload,
    CASE WHEN l.used_at IS NOT NULL THEN 'used' WHEN l.voided_at IS NOT NULL THEN 'void'
      WHEN l.expires_at <= now() THEN 'expired' ELSE 'open' END,
    CASE WHEN u.id IS NULL THEN 'none' WHEN u.is_active THEN 'active' ELSE 'inactive' END,
    coalesce(u.name, whose.name), l.created_at
  FROM platform.one_time_links l
  LEFT JOIN platform.users u ON u.email = l.email
  LEFT JOIN platform.users whose ON whose.id = l.user_id
  WHERE l.id = p_link
$$;
--> statement-breakpoint
-- The password that an account will begin with, to be checked before its link is used.
CREATE FUNCTION platform.find_link_hash(p_link uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT l.password_hash FROM platform.one_time_links l
  WHERE l.id = p_link AND l.used_at IS NULL AND l.voided_at IS NULL AND l.expires_at > now()
$$;
--> statement-breakpoint
-- Uses a link up. Of several uses at once, one gets the row.
CREATE FUNCTION platform.use_link(p_link uuid, p_purpose text) RETURNS SETOF platform.one_time_links
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH used AS (
    SELECT l.* FROM platform.one_time_links l
    WHERE l.id = p_link AND l.purpose = p_purpose
      AND l.used_at IS NULL AND l.voided_at IS NULL AND l.expires_at > now()
    FOR UPDATE
  ), marked AS (
    UPDATE platform.one_time_links l SET used_at = now(), password_hash = NULL
    FROM used WHERE l.id = used.id
  )
  SELECT * FROM used
$$;
--> statement-breakpoint
-- The person whose email was proved: somebody new, or who has the account already, with the password
-- they have. Null for an account that is deactivated: this does not bring it back.
CREATE FUNCTION platform.take_proved_person(p_link platform.one_time_links, p_request text,
  OUT person uuid, OUT is_new boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  INSERT INTO platform.users (email, name, password_hash, email_verified_at)
  VALUES (p_link.email, p_link.payload ->> 'name', p_link.password_hash, now())
  ON CONFLICT (email) DO NOTHING RETURNING id INTO person;
  is_new := person IS NOT NULL;
  IF is_new THEN
    INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
    VALUES ('user.created', person, person, p_link.payload ->> 'name', p_request,
      jsonb_build_object('resource', 'users', 'label', p_link.payload ->> 'name'));
  ELSE
    UPDATE platform.users u SET email_verified_at = coalesce(u.email_verified_at, now())
    WHERE u.email = p_link.email AND u.is_active RETURNING u.id INTO person;
  END IF;
END
$$;
--> statement-breakpoint
-- Makes somebody a member of a tenant that is open to everybody. `closed` where it is not (any more),
-- `full` where its limit of members is reached.
CREATE FUNCTION platform.join_open_tenant(p_tenant uuid, p_user uuid, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  joined uuid;
BEGIN
  PERFORM FROM platform.tenants t
  WHERE t.id = p_tenant AND t.status = 'active' AND t.settings ->> 'registration' = 'open' FOR SHARE;
  IF NOT FOUND THEN RETURN 'closed'; END IF;
  BEGIN
    INSERT INTO platform.memberships (tenant_id, user_id, role) VALUES (p_tenant, p_user, 'member')
    ON CONFLICT (tenant_id, user_id) DO NOTHING RETURNING id INTO joined;
  EXCEPTION WHEN SQLSTATE 'TQ001' THEN
    RETURN 'full';
  END;
  IF joined IS NULL THEN RETURN 'known'; END IF;
  INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
  SELECT p_tenant, 'member.added', u.id, u.id, u.name, p_request,
    jsonb_build_object('resource', 'members', 'label', u.name, 'role', 'member', 'userId', u.id)
  FROM platform.users u WHERE u.id = p_user;
  RETURN 'joined';
END
$$;
--> statement-breakpoint
-- Uses the link of a registration: the account begins, and belongs to the tenant if that is still
-- open. Null for a link that cannot be used.
CREATE FUNCTION platform.confirm_registration(p_link uuid, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  link platform.one_time_links;
  who record;
BEGIN
  SELECT * INTO link FROM platform.use_link(p_link, 'register');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO who FROM platform.take_proved_person(link, p_request);
  IF who.person IS NULL THEN RETURN NULL; END IF;
  RETURN platform.join_open_tenant(link.tenant_id, who.person, p_request);
END
$$;
--> statement-breakpoint
-- Somebody who is signed in at a tenant that is open to everybody becomes a member of it.
CREATE FUNCTION platform.join_tenant(p_session uuid, p_request text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.join_open_tenant(s.tenant_id, u.id, p_request)
  FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.kind = 'browser' AND s.tenant_id IS NOT NULL
    AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Makes a tenant for whoever proved their email by the link of a signup, or is signed in on the root
-- host: owner, tenant and membership; the caller's transaction adds what is the tenant's own. Null
-- for a link or a session that is not good for it.
CREATE FUNCTION platform.found_tenant(p_tenant uuid, p_link uuid, p_session uuid, p_slug text,
  p_name text, p_request text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  link platform.one_time_links;
  owner_id uuid;
  is_new boolean := false;
  version integer;
BEGIN
  IF p_link IS NOT NULL THEN
    SELECT * INTO link FROM platform.use_link(p_link, 'signup');
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT w.person, w.is_new INTO owner_id, is_new
    FROM platform.take_proved_person(link, p_request) w;
  ELSE
    SELECT u.id INTO owner_id
    FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id AND u.is_active
    WHERE s.id = p_session AND s.kind = 'browser' AND s.tenant_id IS NULL
      AND s.revoked_at IS NULL AND s.expires_at > now();
  END IF;
  IF owner_id IS NULL THEN RETURN NULL; END IF;
  INSERT INTO platform.tenants (id, slug, name, owner_id)
  VALUES (p_tenant, p_slug, p_name, owner_id) RETURNING schema_version INTO version;
  INSERT INTO platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
  VALUES (p_tenant, owner_id, 'owner', true, true);
  RETURN (SELECT jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'isNew', is_new,
    'version', version) FROM platform.users u WHERE u.id = owner_id);
END
$$;
--> statement-breakpoint
-- After a password was set: every other session and token of the person ends, links that are still
-- open are void, and they are told.
CREATE FUNCTION platform.password_was_set(p_user uuid, p_kept uuid, p_tenant uuid, p_request text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
BEGIN
  SELECT * INTO person FROM platform.users u WHERE u.id = p_user;
  PERFORM platform.end_session(s.id, p_request) FROM platform.sessions s
  WHERE s.user_id = p_user AND s.id IS DISTINCT FROM p_kept
    AND s.revoked_at IS NULL AND s.expires_at > now();
  UPDATE platform.one_time_links l SET voided_at = now()
  WHERE (l.user_id = p_user OR l.email = person.email AND l.purpose = 'reset')
    AND l.used_at IS NULL AND l.voided_at IS NULL;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('user.password-changed', person.id, person.id, person.name, p_request,
    jsonb_build_object('resource', 'users', 'label', person.name));
  INSERT INTO platform.jobs (kind, payload) VALUES ('identity-mail', jsonb_build_object(
    'notice', 'password-changed', 'name', person.name, 'email', person.email, 'tenantId', p_tenant));
END
$$;
--> statement-breakpoint
-- Uses the link of a forgotten password. Null for one that cannot be used, or whose account is gone.
CREATE FUNCTION platform.reset_password(p_link uuid, p_hash text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  link platform.one_time_links;
  person uuid;
BEGIN
  SELECT * INTO link FROM platform.use_link(p_link, 'reset');
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- Whoever came in before the mailbox was proved may not be whose it is: their ways in are none.
  DELETE FROM platform.identities i USING platform.users u
  WHERE u.id = i.user_id AND u.email = link.email AND u.email_verified_at IS NULL;
  UPDATE platform.users u SET password_hash = p_hash, updated_at = now(),
    email_verified_at = coalesce(u.email_verified_at, now())
  WHERE u.email = link.email AND u.is_active RETURNING u.id INTO person;
  IF person IS NULL THEN RETURN NULL; END IF;
  PERFORM platform.password_was_set(person, NULL, link.tenant_id, p_request);
  RETURN true;
END
$$;
--> statement-breakpoint
-- The person of a live session of the root host, where security settings are.
CREATE FUNCTION platform.root_person(p_session uuid) RETURNS SETOF platform.users
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.* FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.kind = 'browser' AND s.tenant_id IS NULL
    AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Sets the password of whoever holds the session, which goes on; all others end.
CREATE FUNCTION platform.change_password(p_session uuid, p_hash text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
BEGIN
  SELECT * INTO person FROM platform.root_person(p_session);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE platform.users u SET password_hash = p_hash, updated_at = now() WHERE u.id = person.id;
  PERFORM platform.password_was_set(person.id, p_session, NULL, p_request);
  RETURN true;
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.change_name(p_session uuid, p_name text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
BEGIN
  SELECT * INTO person FROM platform.root_person(p_session);
  IF NOT FOUND THEN RETURN false; END IF;
  IF person.name = p_name THEN RETURN true; END IF;
  UPDATE platform.users u SET name = p_name, updated_at = now() WHERE u.id = person.id;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('user.updated', person.id, person.id, p_name, p_request,
    jsonb_build_object('resource', 'users', 'label', p_name,
      'changes', jsonb_build_object('name', jsonb_build_array(person.name, p_name))));
  RETURN true;
END
$$;
--> statement-breakpoint
-- Asks both addresses whether an account may move from one to the other. A later question takes the
-- place of an earlier one.
CREATE FUNCTION platform.ask_email_change(p_session uuid, p_email text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  person platform.users;
  v_pair uuid := gen_random_uuid();
BEGIN
  SELECT * INTO person FROM platform.root_person(p_session);
  IF NOT FOUND OR person.email = p_email THEN RETURN false; END IF;
  PERFORM platform.stop_email_change(p_session);
  PERFORM platform.add_link('change-email-old', person.email, person.id, NULL, v_pair,
    jsonb_build_object('from', person.email, 'to', p_email), NULL, 86400);
  PERFORM platform.add_link('change-email-new', p_email, person.id, NULL, v_pair,
    jsonb_build_object('from', person.email, 'to', p_email), NULL, 86400);
  RETURN true;
END
$$;
--> statement-breakpoint
-- The change of email that waits for an answer, of whoever holds the session.
CREATE FUNCTION platform.find_email_change(p_session uuid)
RETURNS TABLE (email text, old_said_yes boolean, new_said_yes boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT n.email, o.used_at IS NOT NULL, n.used_at IS NOT NULL
  FROM platform.root_person(p_session) u
  JOIN platform.one_time_links o ON o.user_id = u.id AND o.purpose = 'change-email-old'
  JOIN platform.one_time_links n ON n.pair = o.pair AND n.purpose = 'change-email-new'
  WHERE o.voided_at IS NULL AND n.voided_at IS NULL AND o.expires_at > now()
    AND (o.used_at IS NULL OR n.used_at IS NULL)
  ORDER BY o.created_at DESC LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION platform.stop_email_change(p_session uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH stopped AS (
    UPDATE platform.one_time_links l SET voided_at = now()
    FROM platform.root_person(p_session) u
    WHERE l.user_id = u.id AND l.pair IS NOT NULL AND l.voided_at IS NULL
    RETURNING l.id
  )
  SELECT EXISTS (SELECT FROM stopped)
$$;
--> statement-breakpoint
-- The answer of one of the two addresses. `stopped`, `waiting` for the other one, `changed`, `taken`
-- where somebody else has the address by now; null for a link that cannot be used.
CREATE FUNCTION platform.answer_email_change(p_link uuid, p_approves boolean, p_request text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  link platform.one_time_links;
  person platform.users;
BEGIN
  -- Both rows, always in one order: answers at the same moment come one after the other.
  PERFORM FROM platform.one_time_links l
  WHERE l.pair = (SELECT x.pair FROM platform.one_time_links x WHERE x.id = p_link)
  ORDER BY l.id FOR UPDATE;
  SELECT * INTO link FROM platform.one_time_links l
  WHERE l.id = p_link AND l.pair IS NOT NULL
    AND l.used_at IS NULL AND l.voided_at IS NULL AND l.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NOT p_approves THEN
    UPDATE platform.one_time_links SET voided_at = now() WHERE pair = link.pair;
    RETURN 'stopped';
  END IF;
  UPDATE platform.one_time_links SET used_at = now() WHERE id = p_link;
  IF EXISTS (SELECT FROM platform.one_time_links l WHERE l.pair = link.pair AND l.used_at IS NULL) THEN
    RETURN 'waiting';
  END IF;
  SELECT * INTO person FROM platform.users u
  WHERE u.id = link.user_id AND u.is_active AND u.email = link.payload ->> 'from' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  BEGIN
    UPDATE platform.users u SET email = link.payload ->> 'to', email_verified_at = now(), updated_at = now()
    WHERE u.id = person.id;
  EXCEPTION WHEN unique_violation THEN
    RETURN 'taken';
  END;
  UPDATE platform.one_time_links l SET voided_at = now()
  WHERE l.email = person.email AND l.purpose = 'reset' AND l.used_at IS NULL AND l.voided_at IS NULL;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('user.updated', person.id, person.id, person.name, p_request,
    jsonb_build_object('resource', 'users', 'label', person.name,
      'changes', jsonb_build_object('email', jsonb_build_array(person.email, link.payload ->> 'to'))));
  INSERT INTO platform.jobs (kind, payload) VALUES ('identity-mail', jsonb_build_object(
    'notice', 'email-changed', 'name', person.name, 'email', person.email, 'tenantId', NULL,
    'to', link.payload ->> 'to'));
  RETURN 'changed';
END
$$;
--> statement-breakpoint
-- Whether a slug can be given to a new tenant, told before the rest is typed. The insert has the last word.
CREATE FUNCTION platform.is_slug_free(p_slug text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM platform.tenants t WHERE t.slug = p_slug)
    AND NOT EXISTS (SELECT FROM platform.former_slugs f WHERE f.slug = p_slug AND f.kept_until > now())
$$;
--> statement-breakpoint
-- Takes links away that have had their time; for a week they can still say that they have.
CREATE FUNCTION platform.prune_links(p_limit integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  DELETE FROM platform.one_time_links WHERE id IN (
    SELECT l.id FROM platform.one_time_links l
    WHERE l.expires_at < now() - interval '7 days' ORDER BY l.expires_at LIMIT p_limit);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.add_link(text, text, uuid, uuid, uuid, jsonb, text, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_registration(uuid, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_signup(text, text, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_reset(text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_again(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_pending_account(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_link(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_link_hash(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.use_link(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.take_proved_person(platform.one_time_links, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.join_open_tenant(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.confirm_registration(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.join_tenant(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.found_tenant(uuid, uuid, uuid, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.password_was_set(uuid, uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.reset_password(uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.root_person(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.change_password(uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.change_name(uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_email_change(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_email_change(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.stop_email_change(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.answer_email_change(uuid, boolean, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.is_slug_free(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.prune_links(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.ask_registration(uuid, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.ask_signup(text, text, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.ask_reset(text, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.ask_again(text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_pending_account(text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.read_link(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_link_hash(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.confirm_registration(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.join_tenant(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.found_tenant(uuid, uuid, uuid, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.reset_password(uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.change_password(uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.change_name(uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.ask_email_change(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_email_change(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.stop_email_change(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.answer_email_change(uuid, boolean, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.is_slug_free(text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.prune_links(integer) TO tenantry_app;
