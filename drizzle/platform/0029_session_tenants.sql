ALTER TABLE "platform"."users" ADD COLUMN "default_tenant_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."users" ADD CONSTRAINT "users_default_tenant_id_tenants_id_fk" FOREIGN KEY ("default_tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX users_default_tenant_idx ON platform.users (default_tenant_id) WHERE default_tenant_id IS NOT NULL;
--> statement-breakpoint
-- As before, and says at which one the person begins.
DROP FUNCTION platform.list_own_tenants(uuid);
CREATE FUNCTION platform.list_own_tenants(p_session uuid)
RETURNS TABLE (id uuid, slug text, name text, status text, role text, is_staff boolean,
  brand_color text, primary_domain text, is_default boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.id, t.slug, t.name, t.status, coalesce(r.name, m.role), m.is_staff, t.settings ->> 'brandColor',
    d.hostname, t.id IS NOT DISTINCT FROM u.default_tenant_id
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
-- Of a live session of the root host: opens the browser's session at a tenant of the person's, which
-- hangs on it. Where the root host's session names the tenant, both are of one host (S2.18). Without
-- a tenant it says how the session at hand is kept, and opens nothing.
CREATE FUNCTION platform.choose_tenant(p_session uuid, p_tenant uuid, p_agent text, p_address text,
  p_request text)
RETURNS TABLE (session_id uuid, seconds integer, is_kept boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_root platform.sessions;
BEGIN
  SELECT s.* INTO v_root FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = p_session AND s.tenant_id IS NULL AND s.kind = 'browser'
    AND s.revoked_at IS NULL AND s.expires_at > now()
  FOR UPDATE OF s;
  IF NOT FOUND THEN RETURN; END IF;
  seconds := greatest(extract(epoch FROM v_root.expires_at - now())::integer, 1);
  is_kept := v_root.is_kept;
  IF p_tenant IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM platform.memberships m
      WHERE m.tenant_id = p_tenant AND m.user_id = v_root.user_id AND m.deactivated_at IS NULL)
      THEN RETURN; END IF;
    SELECT s.id INTO session_id FROM platform.sessions s
    JOIN platform.tenants t ON t.id = s.tenant_id AND t.status IN ('active', 'maintenance')
    WHERE s.parent_id = v_root.id AND s.tenant_id = p_tenant
      AND s.revoked_at IS NULL AND s.expires_at > now()
    LIMIT 1;
    IF session_id IS NULL THEN
      session_id := platform.open_session(v_root.user_id, p_tenant, 'browser', seconds, p_agent,
        p_address, p_request);
      IF session_id IS NULL THEN RETURN; END IF;
      UPDATE platform.sessions s SET parent_id = v_root.id, is_kept = v_root.is_kept
      WHERE s.id = session_id;
    END IF;
  END IF;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
-- Where the person of a live session of the root host begins from now on: at a tenant of theirs, or
-- at none.
CREATE FUNCTION platform.begin_at(p_session uuid, p_tenant uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  UPDATE platform.users u SET default_tenant_id = p_tenant, updated_at = now()
  FROM platform.sessions s
  WHERE s.id = p_session AND s.tenant_id IS NULL AND s.kind = 'browser' AND s.user_id = u.id
    AND s.revoked_at IS NULL AND s.expires_at > now() AND u.is_active
    AND (p_tenant IS NULL OR EXISTS (
      SELECT FROM platform.memberships m JOIN platform.tenants t ON t.id = m.tenant_id
      WHERE m.tenant_id = p_tenant AND m.user_id = u.id AND m.deactivated_at IS NULL
        AND t.status <> 'deleted'))
  RETURNING true
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.list_own_tenants(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.choose_tenant(uuid, uuid, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.begin_at(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.list_own_tenants(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.choose_tenant(uuid, uuid, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.begin_at(uuid, uuid) TO tenantry_app;
