-- Gives a tenant to another owner, in one statement (S4.4). Who was the owner stays as an admin
-- without a superuser's rights, or leaves with p_remove; the new one is added where they are no
-- member. Null when no tenant that is alive is meant; `same` when it is theirs already.
CREATE FUNCTION platform.hand_over_tenant(p_tenant uuid, p_to uuid, p_remove boolean) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  before platform.tenants;
  heir platform.users;
  giver platform.users;
  was_member boolean;
  stays boolean := false;
  is_new boolean;
BEGIN
  SELECT * INTO before FROM platform.tenants t WHERE t.id = p_tenant AND t.status <> 'deleted' FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO heir FROM platform.users u WHERE u.id = p_to AND u.is_active FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The new owner is not active.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'tenants_owner_active';
  END IF;
  IF before.owner_id = heir.id AND EXISTS (SELECT FROM platform.memberships m
      WHERE m.tenant_id = p_tenant AND m.user_id = heir.id AND m.role = 'owner' AND m.is_superuser) THEN
    RETURN jsonb_build_object('same', true);
  END IF;
  SELECT * INTO giver FROM platform.users u WHERE u.id = before.owner_id;
  was_member := EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = p_tenant AND m.user_id = giver.id);
  IF giver.id <> heir.id THEN
    IF p_remove THEN
      DELETE FROM platform.memberships WHERE tenant_id = p_tenant AND user_id = giver.id;
      UPDATE platform.sessions SET revoked_at = now()
      WHERE tenant_id = p_tenant AND user_id = giver.id AND revoked_at IS NULL AND expires_at > now();
    ELSE
      UPDATE platform.memberships SET role = 'admin', is_superuser = false, modified_at = now()
      WHERE tenant_id = p_tenant AND user_id = giver.id;
      stays := was_member;
    END IF;
  END IF;
  is_new := NOT EXISTS (SELECT FROM platform.memberships m
    WHERE m.tenant_id = p_tenant AND m.user_id = heir.id);
  INSERT INTO platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
  VALUES (p_tenant, heir.id, 'owner', true, true)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
    SET role = 'owner', is_staff = true, is_superuser = true, modified_at = now();
  UPDATE platform.tenants SET owner_id = heir.id, updated_at = now() WHERE id = p_tenant;
  RETURN jsonb_build_object('name', before.name, 'slug', before.slug, 'isNew', is_new,
    'from', jsonb_build_object('id', giver.id, 'name', giver.name, 'email', giver.email,
      'belongs', stays, 'left', was_member AND p_remove AND giver.id <> heir.id),
    'to', jsonb_build_object('id', heir.id, 'name', heir.name, 'email', heir.email));
END
$$;
--> statement-breakpoint
CREATE FUNCTION platform.transfer_tenant(p_tenant uuid, p_to uuid, p_remove boolean) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.hand_over_tenant(p_tenant, p_to, p_remove) WHERE platform.is_operator()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.hand_over_tenant(uuid, uuid, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.transfer_tenant(uuid, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.transfer_tenant(uuid, uuid, boolean) TO tenantry_console;
