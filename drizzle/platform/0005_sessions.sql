-- Signing in happens before anybody is known, and a session is told by its id alone: narrow
-- functions, run with the owner's rights. None takes the id of a person to look up: a caller must
-- hold the id of a live session, which only its own cookie names.

-- The one read by email, for checking a password. Who may not sign in is not there at all.
CREATE FUNCTION platform.find_credentials(p_email text)
RETURNS TABLE (user_id uuid, name text, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.id, u.name, u.password_hash FROM platform.users u
  WHERE u.email = p_email AND u.is_active AND u.password_hash IS NOT NULL
$$;
--> statement-breakpoint
-- Opens a session, with its event. Nothing for who may not sign in, nor at a tenant that does not
-- serve.
CREATE FUNCTION platform.open_session(p_user uuid, p_tenant uuid, p_kind text, p_seconds integer,
  p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH opened AS (
    INSERT INTO platform.sessions (user_id, tenant_id, kind, user_agent, address, expires_at)
    SELECT u.id, p_tenant, p_kind, left(p_agent, 300), left(p_address, 64),
      now() + make_interval(secs => least(greatest(p_seconds, 1), 31622400))
    FROM platform.users u
    WHERE u.id = p_user AND u.is_active AND (p_tenant IS NULL OR EXISTS (
      SELECT FROM platform.tenants t WHERE t.id = p_tenant AND t.status = 'active'))
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
-- Who a live session is, and what they are in the tenant it belongs to: one row, or none for a
-- session that has ended, of an inactive person, or of another host. Notes at most once a minute
-- that it is in use.
CREATE FUNCTION platform.check_session(p_session uuid, p_tenant uuid)
RETURNS TABLE (user_id uuid, name text, email text, is_superuser boolean, kind text,
  expires_at timestamptz, membership_id uuid, role text, is_staff boolean, member_superuser boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_seen timestamptz;
BEGIN
  SELECT s.last_seen_at, u.id, u.name, u.email, u.is_superuser, s.kind, s.expires_at,
    m.id, m.role, m.is_staff, m.is_superuser
  INTO v_seen, user_id, name, email, is_superuser, kind, expires_at,
    membership_id, role, is_staff, member_superuser
  FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  LEFT JOIN platform.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
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
--> statement-breakpoint
-- Ends a session, with its event. Told by the session's own holder, so its id is enough.
CREATE FUNCTION platform.end_session(p_session uuid, p_request text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH ended AS (
    UPDATE platform.sessions SET revoked_at = now()
    WHERE id = p_session AND revoked_at IS NULL AND expires_at > now()
    RETURNING id, user_id, tenant_id, kind
  ), told AS (
    INSERT INTO platform.events (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload)
    SELECT e.tenant_id, 'session.ended', e.id, u.id, u.name, p_request,
      jsonb_build_object('resource', 'sessions', 'label', u.name, 'kind', e.kind)
    FROM ended e JOIN platform.users u ON u.id = e.user_id
  )
  SELECT EXISTS (SELECT FROM ended)
$$;
--> statement-breakpoint
-- Ends other sessions of the person whose live session asks: one of them, or all (null).
CREATE FUNCTION platform.end_other_sessions(p_session uuid, p_target uuid, p_request text)
RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT count(*)::integer FROM (
    SELECT platform.end_session(other.id, p_request) AS done
    FROM platform.sessions mine
    JOIN platform.users u ON u.id = mine.user_id AND u.is_active
    JOIN platform.sessions other ON other.user_id = mine.user_id AND other.id <> mine.id
    WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND (p_target IS NULL OR other.id = p_target)
      AND other.revoked_at IS NULL AND other.expires_at > now()
  ) ended WHERE done
$$;
--> statement-breakpoint
-- The live sessions of the person whose live session asks, the newest first.
CREATE FUNCTION platform.list_own_sessions(p_session uuid)
RETURNS TABLE (id uuid, is_current boolean, kind text, tenant_name text, user_agent text,
  address text, created_at timestamptz, last_seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT other.id, other.id = mine.id, other.kind, t.name, other.user_agent, other.address,
    other.created_at, other.last_seen_at
  FROM platform.sessions mine
  JOIN platform.users u ON u.id = mine.user_id AND u.is_active
  JOIN platform.sessions other ON other.user_id = mine.user_id
  LEFT JOIN platform.tenants t ON t.id = other.tenant_id
  WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
    AND other.revoked_at IS NULL AND other.expires_at > now()
  ORDER BY other.last_seen_at DESC, other.id
  LIMIT 100
$$;
--> statement-breakpoint
-- The tenants that the person whose live session asks belongs to.
CREATE FUNCTION platform.list_own_tenants(p_session uuid)
RETURNS TABLE (id uuid, slug text, name text, status text, role text, is_staff boolean,
  brand_color text, primary_domain text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.id, t.slug, t.name, t.status, m.role, m.is_staff, t.settings ->> 'brandColor', d.hostname
  FROM platform.sessions mine
  JOIN platform.users u ON u.id = mine.user_id AND u.is_active
  JOIN platform.memberships m ON m.user_id = mine.user_id
  JOIN platform.tenants t ON t.id = m.tenant_id AND t.status <> 'deleted'
  LEFT JOIN platform.domains d ON d.tenant_id = t.id AND d.is_primary AND d.verified_at IS NOT NULL
  WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
  ORDER BY t.name, t.id
  LIMIT 200
$$;
--> statement-breakpoint
-- Counts one attempt, and says how many are left in the window and, when none are, how long it
-- lasts. Below zero means refused. One statement, so that attempts at the same moment count apart.
CREATE FUNCTION platform.take_point(p_key text, p_limit integer, p_seconds integer)
RETURNS TABLE (remaining integer, wait_seconds integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  DELETE FROM platform.rate_limits WHERE key IN (
    SELECT r.key FROM platform.rate_limits r WHERE r.ends_at < now() AND r.key <> p_key
    ORDER BY r.ends_at LIMIT 5 FOR UPDATE SKIP LOCKED);
  INSERT INTO platform.rate_limits AS r (key, points, ends_at)
  VALUES (p_key, 1, now() + make_interval(secs => p_seconds))
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN r.ends_at <= now() THEN 1 ELSE least(r.points, p_limit) + 1 END,
    ends_at = CASE WHEN r.ends_at <= now() THEN excluded.ends_at ELSE r.ends_at END
  RETURNING p_limit - r.points, ceil(extract(epoch FROM r.ends_at - now()))::integer
$$;
--> statement-breakpoint
-- Takes an attempt back that was none; null forgets them all.
CREATE FUNCTION platform.return_points(p_key text, p_points integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  UPDATE platform.rate_limits SET points = greatest(points - coalesce(p_points, points), 0)
  WHERE key = p_key
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.find_credentials(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.open_session(uuid, uuid, text, integer, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.check_session(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_session(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_other_sessions(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_own_sessions(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_own_tenants(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.take_point(text, integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.return_points(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.find_credentials(text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.open_session(uuid, uuid, text, integer, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.check_session(uuid, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.end_session(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.end_other_sessions(uuid, uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.list_own_sessions(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.list_own_tenants(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.take_point(text, integer, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.return_points(text, integer) TO tenantry_app;
