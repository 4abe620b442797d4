CREATE TABLE "platform"."invitations" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"role_id" uuid,
	"groups" uuid[] DEFAULT '{}' NOT NULL,
	"invited_by" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_count" integer DEFAULT 1 NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"ended_why" text,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invitations_email_lower_check" CHECK (email = lower(email)),
	CONSTRAINT "invitations_role_check" CHECK (role in ('owner', 'admin', 'editor', 'member', 'custom')),
	CONSTRAINT "invitations_custom_check" CHECK (role = 'custom' or role_id is null),
	CONSTRAINT "invitations_groups_check" CHECK (cardinality(groups) <= 500),
	CONSTRAINT "invitations_message_check" CHECK (length(message) <= 1000),
	CONSTRAINT "invitations_ended_why_check" CHECK (ended_why in ('revoked', 'replaced'))
);
--> statement-breakpoint
ALTER TABLE "platform"."invitations" ADD CONSTRAINT "invitations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "platform"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."invitations" ADD CONSTRAINT "invitations_role_fkey" FOREIGN KEY ("tenant_id","role_id") REFERENCES "platform"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_waiting_key" ON "platform"."invitations" USING btree ("tenant_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invitations_created_idx" ON "platform"."invitations" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitations_sent_idx" ON "platform"."invitations" USING btree ("tenant_id","sent_at");--> statement-breakpoint
CREATE INDEX "invitations_role_idx" ON "platform"."invitations" USING btree ("tenant_id","role_id") WHERE role_id is not null;--> statement-breakpoint
CREATE INDEX "invitations_invited_by_idx" ON "platform"."invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "invitations_accepted_by_idx" ON "platform"."invitations" USING btree ("accepted_by");--> statement-breakpoint
ALTER TABLE platform.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.invitations TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.invitations TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON platform.invitations TO tenantry_app;
-- To whom it is, and as what, stays as it was said; it is accepted by a function alone.
GRANT UPDATE (invited_by, message, expires_at, sent_at, sent_count, revoked_at, ended_why)
  ON platform.invitations TO tenantry_app;
--> statement-breakpoint
-- An invitation to a role that is deleted is worth nothing, and keeps nobody from deleting it.
CREATE FUNCTION platform.leave_invitations_without_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  UPDATE platform.invitations SET role_id = NULL WHERE tenant_id = OLD.tenant_id AND role_id = OLD.id;
  RETURN OLD;
END
$$;
CREATE TRIGGER roles_leave_invitations BEFORE DELETE ON platform.roles
  FOR EACH ROW EXECUTE FUNCTION platform.leave_invitations_without_role();
--> statement-breakpoint
-- What has ended stays ended, whoever asks.
CREATE FUNCTION platform.keep_invitation_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  NEW.revoked_at := OLD.revoked_at;
  NEW.ended_why := OLD.ended_why;
  RETURN NEW;
END
$$;
-- Who belongs is never support's to say.
CREATE TRIGGER invitations_refuse_support BEFORE INSERT OR UPDATE OR DELETE ON platform.invitations
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_support();
CREATE TRIGGER invitations_keep_ended BEFORE UPDATE ON platform.invitations
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION platform.keep_invitation_ended();
--> statement-breakpoint
-- As a tenant's own people see them. `void`: whoever invited has left, or the role is deleted.
CREATE VIEW platform.tenant_invitations WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id, i.email,
    CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN i.ended_why
      WHEN i.expires_at <= now() THEN 'expired'
      WHEN m.id IS NULL OR i.role = 'custom' AND i.role_id IS NULL THEN 'void' ELSE 'invited' END AS state,
    CASE WHEN i.role <> 'custom' THEN initcap(i.role) ELSE coalesce(r.name, 'A deleted role') END AS role,
    CASE WHEN i.role_id IS NULL THEN i.role ELSE 'custom:' || i.role_id END AS role_key,
    coalesce((SELECT string_agg(g.name, ', ' ORDER BY g.name) FROM platform.groups g
      WHERE g.tenant_id = i.tenant_id AND g.id = ANY (i.groups)), '') AS groups,
    coalesce(m.name, '') AS invited_by, i.message, i.created_at, i.expires_at, i.sent_at, i.sent_count,
    i.accepted_at, i.revoked_at
  FROM platform.invitations i
  LEFT JOIN platform.roles r ON r.tenant_id = i.tenant_id AND r.id = i.role_id
  LEFT JOIN platform.memberships m ON m.tenant_id = i.tenant_id AND m.user_id = i.invited_by
    AND m.deactivated_at IS NULL;
GRANT SELECT ON platform.tenant_invitations TO tenantry_app;
--> statement-breakpoint
-- An invitation of the tenant that is bound, told to whoever has its link: that proves the mailbox,
-- so it is told whether the address has an account, too.
CREATE FUNCTION platform.read_invitation(p_invitation uuid)
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
  LEFT JOIN platform.users u ON u.email = i.email
  LEFT JOIN platform.memberships m ON m.tenant_id = i.tenant_id AND m.user_id = u.id
  WHERE i.id = p_invitation AND i.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
--> statement-breakpoint
-- Accepts an invitation of the tenant that is bound: as whoever holds the session, who must be the one
-- that was invited; or, without a session, for an account that begins with it. The account, the
-- membership and their events are there together or not at all. Whether whoever invited could still
-- give this role, the caller asks in the same transaction; here, that they are still a member.
-- `joined`; `member` and `deactivated` for who is one already; `other` for somebody else's session;
-- `known` and `inactive` where there is an account and no session; `full`; null for one that cannot be
-- used (any more).
CREATE FUNCTION platform.accept_invitation(p_invitation uuid, p_session uuid, p_name text, p_hash text,
  p_request text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  asked platform.invitations;
  person platform.users;
  known platform.memberships;
  joined uuid;
  label text;
BEGIN
  SELECT * INTO asked FROM platform.invitations i
  WHERE i.id = p_invitation AND i.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    AND (i.role <> 'custom' OR i.role_id IS NOT NULL)
  FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM FROM platform.tenants t
  WHERE t.id = asked.tenant_id AND t.status IN ('active', 'maintenance') FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM FROM platform.memberships m JOIN platform.users w ON w.id = m.user_id AND w.is_active
  WHERE m.tenant_id = asked.tenant_id AND m.user_id = asked.invited_by AND m.deactivated_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF p_session IS NOT NULL THEN
    SELECT u.* INTO person FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id AND u.is_active
    WHERE s.id = p_session AND s.kind = 'browser' AND s.tenant_id = asked.tenant_id AND s.support_id IS NULL
      AND s.revoked_at IS NULL AND s.expires_at > now();
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF person.email <> asked.email THEN RETURN 'other'; END IF;
    SELECT * INTO known FROM platform.memberships m
    WHERE m.tenant_id = asked.tenant_id AND m.user_id = person.id;
    IF FOUND AND known.deactivated_at IS NOT NULL THEN RETURN 'deactivated'; END IF;
    IF FOUND THEN
      UPDATE platform.invitations i SET accepted_at = now(), accepted_by = person.id
      WHERE i.tenant_id = asked.tenant_id AND i.id = asked.id;
      RETURN 'member';
    END IF;
  ELSE
    -- A deleted account is nobody's.
    SELECT * INTO person FROM platform.users u WHERE u.email = asked.email AND u.deleted_at IS NULL;
    IF FOUND THEN RETURN CASE WHEN person.is_active THEN 'known' ELSE 'inactive' END; END IF;
    IF p_hash IS NULL OR btrim(coalesce(p_name, '')) = '' THEN RETURN NULL; END IF;
  END IF;
  -- A limit that is reached takes the account back as well.
  BEGIN
    IF p_session IS NULL THEN
      joined := platform.add_or_reactivate_person(asked.email, left(p_name, 100), p_hash, now());
      SELECT * INTO person FROM platform.users u WHERE u.id = joined;
      IF NOT FOUND THEN RETURN 'known'; END IF;
      INSERT INTO platform.events (type, subject_id, actor_id, actor_name, request_id, payload)
      VALUES ('user.created', person.id, person.id, person.name, p_request,
        jsonb_build_object('resource', 'users', 'label', person.name));
    ELSE
      UPDATE platform.users u SET email_verified_at = coalesce(u.email_verified_at, now())
      WHERE u.id = person.id;
    END IF;
    INSERT INTO platform.memberships (tenant_id, user_id, role, role_id, is_staff)
    VALUES (asked.tenant_id, person.id, asked.role, asked.role_id, asked.role IN ('owner', 'admin', 'editor'))
    ON CONFLICT (tenant_id, user_id) DO NOTHING RETURNING id INTO joined;
    IF joined IS NULL THEN RETURN 'member'; END IF;
  EXCEPTION WHEN SQLSTATE 'TQ001' THEN
    RETURN 'full';
  END;
  INSERT INTO platform.group_members (tenant_id, group_id, membership_id)
  SELECT asked.tenant_id, g.id, joined FROM platform.groups g
  WHERE g.tenant_id = asked.tenant_id AND g.id = ANY (asked.groups);
  UPDATE platform.invitations i SET accepted_at = now(), accepted_by = person.id
  WHERE i.tenant_id = asked.tenant_id AND i.id = asked.id;
  SELECT coalesce(max(r.name), asked.role) INTO label FROM platform.roles r
  WHERE r.tenant_id = asked.tenant_id AND r.id = asked.role_id;
  INSERT INTO platform.events
    (tenant_id, type, subject_id, actor_id, actor_name, request_id, payload, cache_tags)
  VALUES
    (asked.tenant_id, 'member.added', joined, person.id, person.name, p_request, jsonb_build_object(
      'resource', 'members', 'label', person.name, 'role', label, 'userId', person.id),
      ARRAY['t:' || asked.tenant_id || ':rights']),
    (asked.tenant_id, 'invitation.accepted', asked.id, person.id, person.name, p_request,
      jsonb_build_object('resource', 'invitations', 'label', asked.email, 'role', label), '{}');
  RETURN 'joined';
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.leave_invitations_without_role() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_invitation_ended() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.read_invitation(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.accept_invitation(uuid, uuid, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.read_invitation(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.accept_invitation(uuid, uuid, text, text, text) TO tenantry_app;
