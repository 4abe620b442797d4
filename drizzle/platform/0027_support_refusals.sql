-- As with members and roles: whatever was granted, a key that outlives the access is never support's.
CREATE TRIGGER api_keys_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.api_keys
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
--> statement-breakpoint
-- As before, and nobody joins on somebody's behalf.
CREATE OR REPLACE FUNCTION platform.join_tenant(p_session uuid, p_request text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.join_open_tenant(s.tenant_id, u.id, p_request)
  FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.kind = 'browser' AND s.tenant_id IS NOT NULL AND s.support_id IS NULL
    AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
-- As before. The browser of support is none of the person's.
CREATE OR REPLACE FUNCTION platform.remember_device(p_session uuid, p_token text, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  mine platform.sessions;
  had_others boolean;
BEGIN
  SELECT s.* INTO mine FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.kind = 'browser' AND s.support_id IS NULL
    AND s.revoked_at IS NULL AND s.expires_at > now();
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
