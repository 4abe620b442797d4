CREATE TABLE "platform"."api_keys" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"parent_id" uuid,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	"ended_why" text,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_keys_name_check" CHECK (char_length(name) between 1 and 80),
	CONSTRAINT "api_keys_scopes_check" CHECK (cardinality(scopes) <= 200),
	CONSTRAINT "api_keys_ended_check" CHECK (revoked_at is null or ended_why is not null),
	CONSTRAINT "api_keys_ended_why_check" CHECK (ended_why in ('revoked', 'removed', 'deactivated', 'parent'))
);
--> statement-breakpoint
ALTER TABLE "platform"."audit_log" ADD COLUMN "via" text GENERATED ALWAYS AS (case payload #>> '{via,kind}' when 'api-key' then 'API key ' || (payload #>> '{via,name}') end) STORED;--> statement-breakpoint
ALTER TABLE "platform"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."api_keys" ADD CONSTRAINT "api_keys_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "platform"."api_keys"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "platform"."api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "api_keys_created_by_idx" ON "platform"."api_keys" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "api_keys_parent_idx" ON "platform"."api_keys" USING btree ("tenant_id","parent_id");
--> statement-breakpoint
ALTER TABLE platform.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.api_keys TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.api_keys TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON platform.api_keys TO tenantry_app;
-- A key ends and stays as it is otherwise: no one widens one, or brings one back.
GRANT UPDATE (revoked_at, revoked_by, ended_why) ON platform.api_keys TO tenantry_app;
--> statement-breakpoint
-- A key whose maker, or whose own maker, goes while it is being made is none: it ends as it begins.
CREATE FUNCTION platform.begin_api_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM FROM platform.memberships m JOIN platform.users u ON u.id = m.user_id AND u.is_active
  WHERE m.tenant_id = NEW.tenant_id AND m.user_id = NEW.created_by AND m.deactivated_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    NEW.revoked_at := now();
    NEW.ended_why := 'removed';
  END IF;
  IF NEW.parent_id IS NOT NULL THEN
    PERFORM FROM platform.api_keys k
    WHERE k.tenant_id = NEW.tenant_id AND k.id = NEW.parent_id AND k.revoked_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
      NEW.revoked_at := now();
      NEW.ended_why := 'parent';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER api_keys_begin BEFORE INSERT ON platform.api_keys
  FOR EACH ROW EXECUTE FUNCTION platform.begin_api_key();
--> statement-breakpoint
-- What has ended stays ended, whoever asks.
CREATE FUNCTION platform.keep_api_key_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  NEW.revoked_at := OLD.revoked_at;
  NEW.revoked_by := OLD.revoked_by;
  NEW.ended_why := OLD.ended_why;
  RETURN NEW;
END
$$;
CREATE TRIGGER api_keys_keep_ended BEFORE UPDATE ON platform.api_keys
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION platform.keep_api_key_ended();
--> statement-breakpoint
-- Keys that a key has made end with it: who holds a stolen one must not keep another.
CREATE FUNCTION platform.end_keys_of_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  WITH ended AS (
    UPDATE platform.api_keys k SET revoked_at = NEW.revoked_at, revoked_by = NEW.revoked_by, ended_why = 'parent'
    WHERE k.tenant_id = NEW.tenant_id AND k.parent_id = NEW.id AND k.revoked_at IS NULL
    RETURNING k.id, k.name
  )
  INSERT INTO platform.events (tenant_id, type, subject_id, payload)
  SELECT NEW.tenant_id, 'api-key.revoked', e.id,
    jsonb_build_object('resource', 'api-keys', 'label', e.name, 'why', 'the key that made it ended')
  FROM ended e;
  RETURN NULL;
END
$$;
CREATE TRIGGER api_keys_end_made AFTER UPDATE ON platform.api_keys
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION platform.end_keys_of_key();
--> statement-breakpoint
-- Who leaves a tenant leaves no key behind, nor does somebody whose account is deactivated; coming
-- again brings none back. In a tenant that is going itself there is nobody to tell.
CREATE FUNCTION platform.end_keys_of_person(p_user uuid, p_tenant uuid, p_why text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH ended AS (
    UPDATE platform.api_keys k SET revoked_at = now(), ended_why = p_why
    WHERE k.created_by = p_user AND (p_tenant IS NULL OR k.tenant_id = p_tenant) AND k.revoked_at IS NULL
      AND EXISTS (SELECT FROM platform.tenants t WHERE t.id = k.tenant_id)
    RETURNING k.tenant_id, k.id, k.name
  )
  INSERT INTO platform.events (tenant_id, type, subject_id, payload)
  SELECT e.tenant_id, 'api-key.revoked', e.id,
    jsonb_build_object('resource', 'api-keys', 'label', e.name, 'why', 'its maker was ' || p_why)
  FROM ended e
$$;
CREATE FUNCTION platform.end_keys_of_former_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- A deleted tenant puts its memberships away and may come back with them: meanwhile no key works.
  IF EXISTS (SELECT FROM platform.archived_memberships a
      WHERE a.tenant_id = OLD.tenant_id AND a.id = OLD.id) THEN
    RETURN NULL;
  END IF;
  PERFORM platform.end_keys_of_person(OLD.user_id, OLD.tenant_id, 'removed');
  RETURN NULL;
END
$$;
CREATE FUNCTION platform.end_keys_of_inactive() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM platform.end_keys_of_person(NEW.id, NULL, 'deactivated');
  RETURN NULL;
END
$$;
CREATE FUNCTION platform.end_keys_of_deactivated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM platform.end_keys_of_person(NEW.user_id, NEW.tenant_id, 'deactivated');
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_end_keys_of_deactivated AFTER UPDATE OF deactivated_at ON platform.memberships
  FOR EACH ROW WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL)
  EXECUTE FUNCTION platform.end_keys_of_deactivated();
CREATE TRIGGER memberships_end_keys AFTER DELETE ON platform.memberships
  FOR EACH ROW EXECUTE FUNCTION platform.end_keys_of_former_member();
CREATE TRIGGER users_end_keys AFTER UPDATE ON platform.users FOR EACH ROW
  WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION platform.end_keys_of_inactive();
--> statement-breakpoint
-- Who holds a key, and what they are in its tenant at this moment: one row, or none for a key that
-- has ended, of another tenant, or of somebody who has no business there. Asked by the hash of the
-- whole key, so that nothing is compared piece by piece. Notes at most once a minute that it is used.
CREATE FUNCTION platform.check_api_key(p_hash text, p_tenant uuid)
RETURNS TABLE (user_id uuid, name text, email text, membership_id uuid, role text, is_staff boolean,
  member_superuser boolean, role_name text, permissions jsonb, key_id uuid, key_name text,
  scopes jsonb, expires_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_used timestamptz;
BEGIN
  SELECT k.last_used_at, u.id, u.name, u.email, m.id, m.role, m.is_staff, m.is_superuser,
    r.name, to_jsonb(r.permissions), k.id, k.name, to_jsonb(k.scopes), k.expires_at
  INTO v_used, user_id, name, email, membership_id, role, is_staff, member_superuser,
    role_name, permissions, key_id, key_name, scopes, expires_at
  FROM platform.api_keys k
  JOIN platform.tenants t ON t.id = k.tenant_id AND t.status IN ('active', 'maintenance')
  JOIN platform.users u ON u.id = k.created_by AND u.is_active
  JOIN platform.memberships m ON m.tenant_id = k.tenant_id AND m.user_id = k.created_by
    AND m.deactivated_at IS NULL
  LEFT JOIN platform.roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
  WHERE k.secret_hash = p_hash AND k.tenant_id = p_tenant
    AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
  IF NOT FOUND THEN RETURN; END IF;
  IF v_used IS NULL OR v_used < now() - interval '1 minute' THEN
    UPDATE platform.api_keys k SET last_used_at = now()
    WHERE k.tenant_id = p_tenant AND k.id = key_id AND k.revoked_at IS NULL
      AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
  END IF;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
-- Who made a key of the tenant that is bound, by the name they have now, and whether they could use
-- it: people who have left are not among the tenant's members any more.
CREATE FUNCTION platform.api_key_maker(p_key uuid) RETURNS TABLE (name text, is_able boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.name, u.is_active AND coalesce(m.is_staff AND m.deactivated_at IS NULL, false)
  FROM platform.api_keys k
  JOIN platform.users u ON u.id = k.created_by
  LEFT JOIN platform.memberships m ON m.tenant_id = k.tenant_id AND m.user_id = k.created_by
  WHERE k.id = p_key AND k.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
CREATE VIEW platform.tenant_api_keys WITH (security_invoker = true) AS
  SELECT k.tenant_id, k.id, k.name, 'tnt_' || k.prefix AS prefix,
    CASE WHEN k.revoked_at IS NOT NULL THEN k.ended_why WHEN k.expires_at <= now() THEN 'expired'
      WHEN NOT coalesce(m.is_able, true) THEN 'resting' ELSE 'active' END AS state,
    array_to_string(k.scopes, ', ') AS scopes, coalesce(m.name, '') AS made_by, k.created_at,
    k.last_used_at, k.expires_at, k.revoked_at
  FROM platform.api_keys k LEFT JOIN LATERAL platform.api_key_maker(k.id) m ON true;
GRANT SELECT ON platform.tenant_api_keys TO tenantry_app;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.begin_api_key() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.keep_api_key_ended() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_keys_of_key() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_keys_of_person(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_keys_of_inactive() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_keys_of_deactivated() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_keys_of_former_member() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.check_api_key(text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.api_key_maker(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.check_api_key(text, uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.api_key_maker(uuid) TO tenantry_app;
