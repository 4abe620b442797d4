CREATE TABLE "former_post_slugs" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"slug" text NOT NULL,
	"post_id" uuid NOT NULL,
	CONSTRAINT "former_post_slugs_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "former_post_slugs_key" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "former_post_slugs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "former_post_slugs" ADD CONSTRAINT "former_post_slugs_post_fkey" FOREIGN KEY ("tenant_id","post_id") REFERENCES "posts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_post_slugs_tenant_id_created_at_idx" ON "former_post_slugs" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "former_post_slugs_post_idx" ON "former_post_slugs" USING btree ("tenant_id","post_id");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "former_post_slugs" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "former_post_slugs" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "former_post_slugs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
SELECT set_config('tenantry.path', current_setting('search_path'), true),
  set_config('search_path', current_setting('search_path') || ', pg_temp', true);
--> statement-breakpoint
-- Whoever changes the address of a post that has been public: the last one that had an address keeps it.
CREATE FUNCTION keep_post_slug() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO former_post_slugs (tenant_id, slug, post_id) VALUES (OLD.tenant_id, OLD.slug, OLD.id)
  ON CONFLICT (tenant_id, slug) DO UPDATE SET post_id = excluded.post_id, updated_at = now();
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION keep_post_slug() FROM PUBLIC;
--> statement-breakpoint
SELECT set_config('search_path', current_setting('tenantry.path'), true);
--> statement-breakpoint
CREATE TRIGGER posts_slug_changed AFTER UPDATE OF slug ON posts FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.published_at IS NOT NULL)
  EXECUTE FUNCTION keep_post_slug();
