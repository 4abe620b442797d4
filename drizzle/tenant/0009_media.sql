CREATE TABLE "media" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"file_name" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"content_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"stored_bytes" bigint NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"focal_x" real DEFAULT 0.5 NOT NULL,
	"focal_y" real DEFAULT 0.5 NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "media_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "media_sha256_key" UNIQUE("tenant_id","sha256"),
	CONSTRAINT "media_text_check" CHECK (length(file_name) between 1 and 120 and length(alt) <= 500),
	CONSTRAINT "media_size_check" CHECK (bytes > 0 and stored_bytes >= bytes and width > 0 and height > 0),
	CONSTRAINT "media_focal_check" CHECK (focal_x between 0 and 1 and focal_y between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "media" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "cover_id" uuid;--> statement-breakpoint
CREATE INDEX "media_tenant_id_created_at_idx" ON "media" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_cover_fkey" FOREIGN KEY ("tenant_id","cover_id") REFERENCES "media"("tenant_id","id") ON DELETE SET NULL ("cover_id") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_cover_idx" ON "posts" USING btree ("tenant_id","cover_id");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "media" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "media" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "media" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT set_config('tenantry.path', current_setting('search_path'), true),
  set_config('search_path', current_setting('search_path') || ', pg_temp', true);
--> statement-breakpoint
-- What files take is counted against the tenant's limit, whichever way their rows come and go. The
-- limit's own trigger refuses what does not fit, so that of two at once the last bytes go to one.
CREATE FUNCTION count_media() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE platform.quotas q SET used = q.used + c.n
    FROM (SELECT a.tenant_id, sum(a.stored_bytes) AS n FROM added a GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'storage';
  ELSE
    UPDATE platform.quotas q SET used = greatest(q.used - c.n, 0)
    FROM (SELECT r.tenant_id, sum(r.stored_bytes) AS n FROM removed r GROUP BY 1 ORDER BY 1) c
    WHERE q.tenant_id = c.tenant_id AND q.name = 'storage';
  END IF;
  RETURN NULL;
END
$$;
-- A file's bytes never change, so neither does what is counted for it.
CREATE FUNCTION keep_media_size() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'The bytes of a file are counted once and cannot be changed.' USING ERRCODE = '23514';
END
$$;
REVOKE ALL ON FUNCTION count_media(), keep_media_size() FROM PUBLIC;
--> statement-breakpoint
SELECT set_config('search_path', current_setting('tenantry.path'), true);
--> statement-breakpoint
CREATE TRIGGER media_count_added AFTER INSERT ON media REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_media();
CREATE TRIGGER media_count_removed AFTER DELETE ON media REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION count_media();
CREATE TRIGGER media_size_kept BEFORE UPDATE OF stored_bytes ON media FOR EACH ROW
  WHEN (OLD.stored_bytes IS DISTINCT FROM NEW.stored_bytes) EXECUTE FUNCTION keep_media_size();
