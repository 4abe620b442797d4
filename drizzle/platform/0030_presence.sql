CREATE TABLE "platform"."presence_entries" (
	"tenant_id" uuid NOT NULL,
	"room" text NOT NULL,
	"room_name" text,
	"user_id" text NOT NULL,
	"connection" text NOT NULL,
	"meta" text NOT NULL,
	"meta_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presence_entries_pkey" PRIMARY KEY("tenant_id","room","user_id","connection")
);
--> statement-breakpoint
ALTER TABLE "platform"."presence_entries" ADD CONSTRAINT "presence_entries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presence_entries_expires_idx" ON "platform"."presence_entries" USING btree ("tenant_id","expires_at");
--> statement-breakpoint
-- Who is where is over by itself in a minute: it may be gone after a crash, and writing it must be cheap.
ALTER TABLE platform.presence_entries SET UNLOGGED;
ALTER TABLE platform.presence_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.presence_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.presence_entries TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_isolation ON platform.presence_entries TO tenantry_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.presence_entries TO tenantry_app;
--> statement-breakpoint
-- Housekeeping of entries that nobody cleaned up: an hour after their end, so that whoever tells a
-- tenant who is gone comes first. Tenant by tenant, since that is how the index finds them.
CREATE FUNCTION platform.prune_presence(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  DELETE FROM platform.presence_entries WHERE ctid = ANY (ARRAY(
    SELECT e.ctid FROM platform.tenants t CROSS JOIN LATERAL (
      SELECT p.ctid FROM platform.presence_entries p
      WHERE p.tenant_id = t.id AND p.expires_at < now() - interval '1 hour'
      ORDER BY p.expires_at LIMIT p_limit) e
    LIMIT p_limit));
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION platform.prune_presence(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.prune_presence(integer) TO tenantry_app;
