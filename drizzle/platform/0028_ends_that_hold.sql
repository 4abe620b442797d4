-- As before. An account that is going at this moment is waited for: a session that came in behind its
-- end would live again with the account.
CREATE OR REPLACE FUNCTION platform.open_session(p_user uuid, p_tenant uuid, p_kind text, p_seconds integer,
  p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH opened AS (
    INSERT INTO platform.sessions (user_id, tenant_id, kind, user_agent, address, expires_at)
    SELECT u.id, p_tenant, p_kind, left(p_agent, 300), left(p_address, 64),
      now() + make_interval(secs => least(greatest(p_seconds, 1), 31622400))
    FROM platform.users u
    WHERE u.id = p_user AND u.is_active AND (p_tenant IS NULL OR EXISTS (
      SELECT FROM platform.tenants t
      WHERE t.id = p_tenant AND t.status IN ('active', 'maintenance')))
    FOR SHARE OF u
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
-- Who is removed does not come in again by an invitation from before.
CREATE FUNCTION platform.end_invitations_of_former_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- A deleted tenant puts its memberships away, and may come back with them.
  IF EXISTS (SELECT FROM platform.archived_memberships a
      WHERE a.tenant_id = OLD.tenant_id AND a.id = OLD.id) THEN
    RETURN NULL;
  END IF;
  WITH ended AS (
    UPDATE platform.invitations i SET revoked_at = now(), ended_why = 'revoked'
    WHERE i.tenant_id = OLD.tenant_id AND i.email = OLD.email
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      AND EXISTS (SELECT FROM platform.tenants t WHERE t.id = OLD.tenant_id)
    RETURNING i.id, i.email
  )
  INSERT INTO platform.events (tenant_id, type, subject_id, payload)
  SELECT OLD.tenant_id, 'invitation.revoked', e.id,
    jsonb_build_object('resource', 'invitations', 'label', e.email, 'why', 'they were removed')
  FROM ended e;
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_end_invitations AFTER DELETE ON platform.memberships
  FOR EACH ROW EXECUTE FUNCTION platform.end_invitations_of_former_member();
REVOKE ALL ON FUNCTION platform.end_invitations_of_former_member() FROM PUBLIC;
