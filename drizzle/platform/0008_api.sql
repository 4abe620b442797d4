-- Tokens of the API. A family of refresh tokens is a session of kind 'api'; ending the session ends
-- every token that names it.

-- Opens a family with its first refresh token. Nothing for who may not use the API there: at a
-- tenant those who are no members, on the root host those who are no superusers.
CREATE FUNCTION platform.open_api_session(p_user uuid, p_tenant uuid, p_token uuid,
  p_seconds integer, p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_session uuid;
BEGIN
  IF p_tenant IS NULL THEN
    PERFORM FROM platform.users u WHERE u.id = p_user AND u.is_superuser;
  ELSE
    PERFORM FROM platform.memberships m WHERE m.tenant_id = p_tenant AND m.user_id = p_user;
  END IF;
  IF NOT FOUND THEN RETURN NULL; END IF;
  v_session := platform.open_session(p_user, p_tenant, 'api', p_seconds, p_agent, p_address, p_request);
  INSERT INTO platform.refresh_tokens (id, session_id, expires_at)
  SELECT p_token, s.id, s.expires_at FROM platform.sessions s WHERE s.id = v_session;
  RETURN v_session;
END
$$;
--> statement-breakpoint
-- Spends a refresh token for the next one: 'rotated', 'reused', 'ended' or 'unknown'. A token that
-- was spent before is in two hands, so the whole family ends (S1.4).
CREATE FUNCTION platform.rotate_refresh_token(p_session uuid, p_tenant uuid, p_token uuid,
  p_next uuid, p_seconds integer, p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- The family's row first, so that uses at the same moment come one after the other.
  PERFORM FROM platform.sessions s
  WHERE s.id = p_session AND s.tenant_id IS NOT DISTINCT FROM p_tenant AND s.kind = 'api'
    AND s.revoked_at IS NULL AND s.expires_at > now()
  FOR UPDATE;
  IF NOT FOUND THEN RETURN 'ended'; END IF;
  UPDATE platform.refresh_tokens r SET used_at = now()
  WHERE r.id = p_token AND r.session_id = p_session AND r.used_at IS NULL AND r.expires_at > now();
  IF NOT FOUND THEN
    PERFORM FROM platform.refresh_tokens r
    WHERE r.id = p_token AND r.session_id = p_session AND r.used_at IS NOT NULL;
    IF NOT FOUND THEN RETURN 'unknown'; END IF;
    PERFORM platform.end_session(p_session, p_request);
    RETURN 'reused';
  END IF;
  UPDATE platform.sessions s
  SET last_seen_at = now(), expires_at = now() + make_interval(secs => least(p_seconds, 31622400))
  WHERE s.id = p_session;
  INSERT INTO platform.refresh_tokens (id, session_id, expires_at)
  SELECT p_next, s.id, s.expires_at FROM platform.sessions s WHERE s.id = p_session;
  -- Their own date refuses them; they need not be remembered.
  DELETE FROM platform.refresh_tokens r WHERE r.session_id = p_session AND r.expires_at <= now();
  RETURN 'rotated';
END
$$;
--> statement-breakpoint
-- Whether a refresh token has not been spent. Told to who holds it, and its family's id with it.
CREATE FUNCTION platform.has_refresh_token(p_session uuid, p_token uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT EXISTS (SELECT FROM platform.refresh_tokens r
    WHERE r.id = p_token AND r.session_id = p_session AND r.used_at IS NULL AND r.expires_at > now())
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.open_api_session(uuid, uuid, uuid, integer, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.rotate_refresh_token(uuid, uuid, uuid, uuid, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.has_refresh_token(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.open_api_session(uuid, uuid, uuid, integer, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.rotate_refresh_token(uuid, uuid, uuid, uuid, integer, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.has_refresh_token(uuid, uuid) TO tenantry_app;
