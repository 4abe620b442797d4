CREATE TABLE "platform"."identities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "identities_subject_key" UNIQUE("provider","subject")
);
--> statement-breakpoint
ALTER TABLE "platform"."identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identities_user_idx" ON "platform"."identities" USING btree ("user_id");--> statement-breakpoint
-- Reached through functions only, as people and their sessions are.
ALTER TABLE platform.identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.identities FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.identities TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Connects an account elsewhere with a person, with its event. Not for the application to call.
CREATE FUNCTION platform.add_identity(p_user uuid, p_provider text, p_subject text, p_email text,
  p_request text) RETURNS void
LANGUAGE sql VOLATILE SET search_path = platform, pg_temp AS $$
  WITH added AS (
    INSERT INTO platform.identities (provider, subject, user_id, email)
    VALUES (p_provider, p_subject, p_user, left(p_email, 320)) RETURNING id, provider, email
  )
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  SELECT 'identity.connected', u.id, u.id, u.name, p_request, jsonb_build_object('resource', 'users',
    'label', u.name, 'provider', a.provider, 'email', a.email)
  FROM added a JOIN platform.users u ON u.id = p_user
$$;
--> statement-breakpoint
-- Who signs in with an account elsewhere. Known by its number alone; by its email only where the
-- provider has verified it, and nobody is asked for a password only where the provider speaks for
-- the address (`p_speaks`) and it is proved here as well: else whoever registered here with somebody
-- else's address would wait for them to come. Of superusers it is asked for in any case.
--   known, linked, made: the person. inactive, unverified, password (to be asked for), elsewhere
--   (they have another way in): nobody.
CREATE FUNCTION platform.sign_in_by_identity(p_provider text, p_subject text, p_email text,
  p_verified boolean, p_speaks boolean, p_name text, p_request text)
RETURNS TABLE (outcome text, user_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user platform.users;
  v_ways boolean;
  v_made uuid;
BEGIN
  -- Two tabs that come back at once are one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.identity.' || p_provider || ' ' || p_subject, 0));
  SELECT u.* INTO v_user FROM platform.identities i JOIN platform.users u ON u.id = i.user_id
  WHERE i.provider = p_provider AND i.subject = p_subject;
  IF FOUND THEN
    IF NOT v_user.is_active THEN RETURN QUERY SELECT 'inactive', NULL::uuid; RETURN; END IF;
    UPDATE platform.identities i SET last_used_at = now()
    WHERE i.provider = p_provider AND i.subject = p_subject;
    RETURN QUERY SELECT 'known', v_user.id;
    RETURN;
  END IF;
  -- Before anything is looked for: the answer must not tell who has an account.
  IF NOT p_verified OR p_email = '' THEN RETURN QUERY SELECT 'unverified', NULL::uuid; RETURN; END IF;
  -- A deleted account is nobody's, and its row comes back with nothing it had.
  v_made := platform.add_or_reactivate_person(p_email, p_name, NULL,
    CASE WHEN p_speaks THEN now() END);
  SELECT u.* INTO v_user FROM platform.users u WHERE u.id = v_made;
  IF FOUND THEN
    INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
    VALUES ('user.created', v_user.id, v_user.id, v_user.name, p_request,
      jsonb_build_object('resource', 'users', 'label', v_user.name, 'by', p_provider));
    PERFORM platform.add_identity(v_user.id, p_provider, p_subject, p_email, p_request);
    RETURN QUERY SELECT 'made', v_user.id;
    RETURN;
  END IF;
  SELECT u.* INTO v_user FROM platform.users u WHERE u.email = p_email FOR UPDATE;
  IF NOT FOUND OR NOT v_user.is_active THEN RETURN QUERY SELECT 'inactive', NULL::uuid; RETURN; END IF;
  v_ways := v_user.password_hash IS NOT NULL
    OR EXISTS (SELECT FROM platform.identities i WHERE i.user_id = v_user.id);
  IF p_speaks AND NOT v_user.is_superuser AND (v_user.email_verified_at IS NOT NULL OR NOT v_ways) THEN
    -- Somebody added them, and nobody has been in yet.
    UPDATE platform.users u SET email_verified_at = now(), updated_at = now()
    WHERE u.id = v_user.id AND u.email_verified_at IS NULL;
    PERFORM platform.add_identity(v_user.id, p_provider, p_subject, p_email, p_request);
    RETURN QUERY SELECT 'linked', v_user.id;
    RETURN;
  END IF;
  RETURN QUERY SELECT CASE WHEN v_user.password_hash IS NULL THEN 'elsewhere' ELSE 'password' END, NULL::uuid;
END
$$;
--> statement-breakpoint
-- What open_browser_session does, for somebody who came by a provider: the events say so.
CREATE FUNCTION platform.open_browser_session_by(p_provider text, p_user uuid, p_tenant uuid,
  p_kept boolean, p_seconds integer, p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_own uuid;
BEGIN
  v_own := platform.open_browser_session(p_user, p_tenant, p_kept, p_seconds, p_agent, p_address, p_request);
  -- Of this very transaction, so nobody has seen or sealed them.
  UPDATE platform.events e SET payload = e.payload || jsonb_build_object('by', p_provider)
  FROM platform.sessions s
  WHERE s.id = v_own AND e.xid = pg_current_xact_id() AND e.type = 'session.opened'
    AND e.subject_id IN (s.id, s.parent_id);
  RETURN v_own;
END
$$;
--> statement-breakpoint
-- Whose live session of the root host this is: accounts elsewhere are seen to there alone.
CREATE FUNCTION platform.identity_owner(p_session uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = platform, pg_temp AS $$
  SELECT u.id FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.tenant_id IS NULL AND s.kind = 'browser'
    AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Connects an account elsewhere with the person whose session asks: `connected`; `same` where it was;
-- `taken` where it is somebody else's; `ended` without such a session.
CREATE FUNCTION platform.connect_identity(p_session uuid, p_provider text, p_subject text, p_email text,
  p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user uuid := platform.identity_owner(p_session);
  v_holder uuid;
BEGIN
  IF v_user IS NULL THEN RETURN 'ended'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('tenantry.identity.' || p_provider || ' ' || p_subject, 0));
  SELECT i.user_id INTO v_holder FROM platform.identities i
  WHERE i.provider = p_provider AND i.subject = p_subject;
  IF v_holder = v_user THEN RETURN 'same'; END IF;
  IF FOUND THEN RETURN 'taken'; END IF;
  PERFORM platform.add_identity(v_user, p_provider, p_subject, p_email, p_request);
  RETURN 'connected';
END
$$;
--> statement-breakpoint
-- Takes a connection of the person's away: `done`; `none` for what is not theirs; `last` for the only
-- way that they have in.
CREATE FUNCTION platform.disconnect_identity(p_session uuid, p_identity uuid, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user platform.users;
  v_gone platform.identities;
BEGIN
  -- Locked: of two that are taken away at the same moment one is the last.
  SELECT u.* INTO v_user FROM platform.users u WHERE u.id = platform.identity_owner(p_session) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'none'; END IF;
  SELECT i.* INTO v_gone FROM platform.identities i WHERE i.id = p_identity AND i.user_id = v_user.id;
  IF NOT FOUND THEN RETURN 'none'; END IF;
  IF v_user.password_hash IS NULL AND NOT EXISTS (SELECT FROM platform.identities i
      WHERE i.user_id = v_user.id AND i.id <> v_gone.id) THEN RETURN 'last'; END IF;
  DELETE FROM platform.identities i WHERE i.id = v_gone.id;
  INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
  VALUES ('identity.disconnected', v_user.id, v_user.id, v_user.name, p_request,
    jsonb_build_object('resource', 'users', 'label', v_user.name, 'provider', v_gone.provider,
      'email', v_gone.email));
  RETURN 'done';
END
$$;
--> statement-breakpoint
-- The accounts elsewhere of the person whose session asks, and which is the only way they have in.
CREATE FUNCTION platform.list_own_identities(p_session uuid)
RETURNS TABLE (id uuid, provider text, email text, created_at timestamptz, last_used_at timestamptz,
  is_only_way boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT i.id, i.provider, i.email, i.created_at, i.last_used_at,
    u.password_hash IS NULL AND count(*) OVER () = 1
  FROM platform.users u JOIN platform.identities i ON i.user_id = u.id
  WHERE u.id = platform.identity_owner(p_session)
  ORDER BY i.created_at, i.id
  LIMIT 100
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.add_identity(uuid, text, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.identity_owner(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.sign_in_by_identity(text, text, text, boolean, boolean, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.open_browser_session_by(text, uuid, uuid, boolean, integer, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.connect_identity(uuid, text, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.disconnect_identity(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_own_identities(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.sign_in_by_identity(text, text, text, boolean, boolean, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.open_browser_session_by(text, uuid, uuid, boolean, integer, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.connect_identity(uuid, text, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.disconnect_identity(uuid, uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.list_own_identities(uuid) TO tenantry_app;
