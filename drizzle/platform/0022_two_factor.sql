CREATE TABLE "platform"."known_devices" (
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_devices_pkey" PRIMARY KEY("user_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "platform"."lockouts" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lockouts_pkey" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_pkey" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "platform"."two_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "platform"."known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."lockouts" ADD CONSTRAINT "lockouts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."lockouts" ADD CONSTRAINT "lockouts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lockouts_user_idx" ON "platform"."lockouts" USING btree ("user_id");
--> statement-breakpoint
-- Of people and their accounts: nobody but narrow functions reads or writes them.
ALTER TABLE platform.known_devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.known_devices FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.lockouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.lockouts FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.recovery_codes FORCE ROW LEVEL SECURITY;
ALTER TABLE platform.two_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.two_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.known_devices TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.lockouts TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.recovery_codes TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintenance ON platform.two_factors TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Whose session of the root host this is: the settings of an account that keep it safe are there
-- alone. Null for a session that has ended, of a tenant, or of a program.
CREATE FUNCTION platform.account_holder(p_session uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT s.user_id FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.tenant_id IS NULL AND s.kind = 'browser'
    AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- Tells what happened to somebody's account: in the platform's log, from where it is mailed, and in
-- that of the tenant where it happened.
CREATE FUNCTION platform.tell_account(p_user uuid, p_tenant uuid, p_type text, p_by_them boolean,
  p_request text, p_payload jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
  SELECT place.id, p_type, u.id, CASE WHEN p_by_them THEN u.id END,
    CASE WHEN p_by_them THEN u.name ELSE '' END, p_request,
    jsonb_build_object('resource', 'users', 'label', u.name,
      'site', (SELECT t.name FROM platform.tenants t WHERE t.id = p_tenant)) || p_payload
  FROM platform.users u, (SELECT NULL::uuid AS id UNION ALL SELECT p_tenant WHERE p_tenant IS NOT NULL) place
  WHERE u.id = p_user
$$;
--> statement-breakpoint
-- The device of a session, as events of the account tell it.
CREATE FUNCTION platform.device_of(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT jsonb_build_object('device', s.user_agent, 'address', s.address)
  FROM platform.sessions s WHERE s.id = p_session
$$;
--> statement-breakpoint
-- What the person's own page shows. The sealed secret only while it waits for its first code.
CREATE FUNCTION platform.own_two_factor(p_session uuid)
RETURNS TABLE (user_id uuid, confirmed_at timestamptz, codes_left integer, pending_secret text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT f.user_id, f.confirmed_at,
    (SELECT count(*)::integer FROM platform.recovery_codes r
      WHERE r.user_id = f.user_id AND r.used_at IS NULL),
    CASE WHEN f.confirmed_at IS NULL AND f.created_at > now() - interval '15 minutes' THEN f.secret END
  FROM platform.two_factors f WHERE f.user_id = platform.account_holder(p_session)
$$;
--> statement-breakpoint
-- Puts a secret in place that counts only once a code of it was typed. Never over one that counts.
CREATE FUNCTION platform.begin_two_factor(p_session uuid, p_secret text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH begun AS (
    INSERT INTO platform.two_factors AS f (user_id, secret)
    SELECT h.id, p_secret FROM platform.account_holder(p_session) AS h (id) WHERE h.id IS NOT NULL
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = now()
      WHERE f.confirmed_at IS NULL
    RETURNING f.user_id
  )
  SELECT EXISTS (SELECT FROM begun)
$$;
--> statement-breakpoint
-- Replaces the recovery codes: hashes, with blanks between.
CREATE FUNCTION platform.put_recovery_codes(p_user uuid, p_codes text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  DELETE FROM platform.recovery_codes r WHERE r.user_id = p_user;
  INSERT INTO platform.recovery_codes (user_id, code_hash)
  SELECT p_user, code FROM regexp_split_to_table(p_codes, ' ') code
$$;
--> statement-breakpoint
-- From here on the account asks for codes. The secret must still be the one the code was made with.
CREATE FUNCTION platform.confirm_two_factor(p_session uuid, p_secret text, p_step bigint,
  p_codes text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user uuid := platform.account_holder(p_session);
BEGIN
  UPDATE platform.two_factors f SET confirmed_at = now(), last_step = p_step
  WHERE f.user_id = v_user AND f.confirmed_at IS NULL AND f.secret = p_secret
    AND f.created_at > now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM platform.put_recovery_codes(v_user, p_codes);
  PERFORM platform.tell_account(v_user, NULL, 'user.two-factor-on', true, p_request,
    platform.device_of(p_session));
  RETURN true;
END
$$;
--> statement-breakpoint
-- Spends a code of the app, by its time step, or a recovery code, by its hash: 'code', 'recovery', or
-- null for one that was spent before. One statement each, so that of two at the same moment one counts.
CREATE FUNCTION platform.spend_second_factor(p_user uuid, p_step bigint, p_code text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF p_step IS NOT NULL THEN
    UPDATE platform.two_factors f SET last_step = p_step
    WHERE f.user_id = p_user AND f.confirmed_at IS NOT NULL AND f.last_step < p_step;
    IF FOUND THEN RETURN 'code'; END IF;
  END IF;
  UPDATE platform.recovery_codes r SET used_at = now()
  WHERE r.user_id = p_user AND r.code_hash = p_code AND r.used_at IS NULL
    AND EXISTS (SELECT FROM platform.two_factors f
      WHERE f.user_id = p_user AND f.confirmed_at IS NOT NULL);
  RETURN CASE WHEN FOUND THEN 'recovery' END;
END
$$;
--> statement-breakpoint
-- What a second step of signing in is checked against. Nothing where none is asked for.
CREATE FUNCTION platform.find_second_factor(p_user uuid)
RETURNS TABLE (name text, email text, password_hash text, secret text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.name, u.email, u.password_hash, f.secret
  FROM platform.two_factors f JOIN platform.users u ON u.id = f.user_id AND u.is_active
  WHERE f.user_id = p_user AND f.confirmed_at IS NOT NULL
$$;
--> statement-breakpoint
-- Spends a code when somebody signs in, and tells when it was a recovery code.
CREATE FUNCTION platform.pass_second_factor(p_user uuid, p_tenant uuid, p_step bigint, p_code text,
  p_agent text, p_address text, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  spent text := platform.spend_second_factor(p_user, p_step, p_code);
BEGIN
  IF spent = 'recovery' THEN
    PERFORM platform.tell_account(p_user, p_tenant, 'user.recovery-code-used', true, p_request,
      jsonb_build_object('device', left(p_agent, 300), 'address', left(p_address, 64), 'left',
        (SELECT count(*) FROM platform.recovery_codes r WHERE r.user_id = p_user AND r.used_at IS NULL)));
  END IF;
  RETURN spent;
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.remake_recovery_codes(p_session uuid, p_step bigint, p_code text,
  p_codes text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user uuid := platform.account_holder(p_session);
BEGIN
  IF platform.spend_second_factor(v_user, p_step, p_code) IS NULL THEN RETURN false; END IF;
  PERFORM platform.put_recovery_codes(v_user, p_codes);
  PERFORM platform.tell_account(v_user, NULL, 'user.recovery-codes-made', true, p_request,
    platform.device_of(p_session));
  RETURN true;
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.end_two_factor(p_session uuid, p_step bigint, p_code text, p_request text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user uuid := platform.account_holder(p_session);
BEGIN
  IF platform.spend_second_factor(v_user, p_step, p_code) IS NULL THEN RETURN false; END IF;
  DELETE FROM platform.recovery_codes r WHERE r.user_id = v_user;
  DELETE FROM platform.two_factors f WHERE f.user_id = v_user;
  PERFORM platform.tell_account(v_user, NULL, 'user.two-factor-off', true, p_request,
    platform.device_of(p_session));
  RETURN true;
END
$$;
--> statement-breakpoint
-- Whether somebody has signed in before in the browser that holds this.
CREATE FUNCTION platform.knows_device(p_email text, p_token text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT EXISTS (SELECT FROM platform.known_devices d
    JOIN platform.users u ON u.id = d.user_id AND u.is_active
    WHERE u.email = p_email AND d.token_hash = p_token)
$$;
--> statement-breakpoint
-- Notes the browser of a live session: 'known', 'first' of all, or 'new', which is told. The fifty
-- used last are kept, and none for longer than a browser keeps a cookie.
CREATE FUNCTION platform.remember_device(p_session uuid, p_token text, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  mine platform.sessions;
  had_others boolean;
BEGIN
  SELECT s.* INTO mine FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.kind = 'browser' AND s.revoked_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE platform.known_devices d SET last_seen_at = now()
  WHERE d.user_id = mine.user_id AND d.token_hash = p_token;
  IF FOUND THEN RETURN 'known'; END IF;
  had_others := EXISTS (SELECT FROM platform.known_devices d WHERE d.user_id = mine.user_id);
  DELETE FROM platform.known_devices d WHERE d.user_id = mine.user_id AND (
    d.last_seen_at < now() - interval '400 days' OR d.token_hash IN (
      SELECT old.token_hash FROM platform.known_devices old WHERE old.user_id = mine.user_id
      ORDER BY old.last_seen_at DESC OFFSET 49));
  INSERT INTO platform.known_devices (user_id, token_hash) VALUES (mine.user_id, p_token)
  ON CONFLICT DO NOTHING;
  IF NOT had_others THEN RETURN 'first'; END IF;
  PERFORM platform.tell_account(mine.user_id, mine.tenant_id, 'user.new-device', true, p_request,
    platform.device_of(p_session));
  RETURN 'new';
END
$$;
--> statement-breakpoint
-- Tells that somebody is locked out for a while, after wrong passwords or wrong codes, and shows the
-- former to the admins of the tenant where they are a member. False for an email nobody has.
CREATE FUNCTION platform.lock_out(p_email text, p_tenant uuid, p_tried text, p_failures integer, p_seconds integer,
  p_agent text, p_address text, p_request text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_user uuid;
  until timestamptz := now() + make_interval(secs => p_seconds);
BEGIN
  SELECT u.id INTO v_user FROM platform.users u WHERE u.email = p_email AND u.is_active;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO platform.lockouts AS l (tenant_id, user_id, failures, locked_until)
  SELECT m.tenant_id, m.user_id, p_failures, until
  FROM platform.memberships m WHERE m.tenant_id = p_tenant AND m.user_id = v_user AND p_tried = 'password'
  ON CONFLICT (tenant_id, user_id) DO UPDATE
    SET failures = excluded.failures, locked_until = excluded.locked_until;
  PERFORM platform.tell_account(v_user, p_tenant, 'user.locked-out', false, p_request,
    jsonb_build_object('tried', p_tried, 'failures', p_failures, 'until', until, 'device', left(p_agent, 300),
      'address', left(p_address, 64)));
  RETURN true;
END
$$;
--> statement-breakpoint
-- A member of the tenant at hand who is locked out there now, by the id of the membership.
CREATE FUNCTION platform.find_lockout(p_member uuid)
RETURNS TABLE (user_id uuid, name text, email text, failures integer, locked_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT m.user_id, m.name, m.email, l.failures, l.locked_until
  FROM platform.memberships m
  JOIN platform.lockouts l ON l.tenant_id = m.tenant_id AND l.user_id = m.user_id
  WHERE m.id = p_member AND m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    AND l.locked_until > now()
$$;
--> statement-breakpoint
-- Takes it away, in the tenant at hand alone.
CREATE FUNCTION platform.lift_lockout(p_member uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH lifted AS (
    DELETE FROM platform.lockouts l USING platform.memberships m
    WHERE m.id = p_member AND m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      AND l.tenant_id = m.tenant_id AND l.user_id = m.user_id
    RETURNING l.user_id
  )
  SELECT EXISTS (SELECT FROM lifted)
$$;
--> statement-breakpoint
-- Puts the hash of the same password in place of one that was made with less work. Whoever asks must
-- know the old one.
CREATE FUNCTION platform.renew_password_hash(p_user uuid, p_old text, p_new text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH renewed AS (
    UPDATE platform.users u SET password_hash = p_new
    WHERE u.id = p_user AND u.password_hash = p_old AND u.is_active
    RETURNING u.id
  )
  SELECT EXISTS (SELECT FROM renewed)
$$;
--> statement-breakpoint
-- To whom an event of an account is mailed: for the worker alone, and for those events alone. Of
-- lock-outs by the same means one within an hour: whoever causes them must not fill a mailbox.
CREATE FUNCTION platform.find_account_mail(p_event bigint) RETURNS TABLE (name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.name, u.email
  FROM platform.events e JOIN platform.users u ON u.id = e.subject_id AND u.is_active
  WHERE e.id = p_event AND e.tenant_id IS NULL AND platform.is_unbound()
    AND e.type IN ('user.new-device', 'user.locked-out', 'user.two-factor-on', 'user.two-factor-off',
      'user.recovery-code-used', 'user.recovery-codes-made', 'identity.connected')
    AND NOT (e.type = 'user.locked-out' AND EXISTS (SELECT FROM platform.events other
      WHERE other.tenant_id IS NULL AND other.created_at > e.created_at - interval '1 hour'
        AND other.id < e.id AND other.type = e.type AND other.subject_id = e.subject_id
        AND other.payload ->> 'tried' = e.payload ->> 'tried'))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.account_holder(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.tell_account(uuid, uuid, text, boolean, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.device_of(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.put_recovery_codes(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.spend_second_factor(uuid, bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.own_two_factor(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.begin_two_factor(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.confirm_two_factor(uuid, text, bigint, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_second_factor(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.pass_second_factor(uuid, uuid, bigint, text, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.remake_recovery_codes(uuid, bigint, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_two_factor(uuid, bigint, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.knows_device(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.remember_device(uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.lock_out(text, uuid, text, integer, integer, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_lockout(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.lift_lockout(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.renew_password_hash(uuid, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.find_account_mail(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.own_two_factor(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.begin_two_factor(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.confirm_two_factor(uuid, text, bigint, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_second_factor(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.pass_second_factor(uuid, uuid, bigint, text, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.remake_recovery_codes(uuid, bigint, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.end_two_factor(uuid, bigint, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.knows_device(text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.remember_device(uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.lock_out(text, uuid, text, integer, integer, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_lockout(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.lift_lockout(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.renew_password_hash(uuid, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.find_account_mail(bigint) TO tenantry_app;
