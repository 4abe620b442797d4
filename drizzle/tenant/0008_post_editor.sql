CREATE TABLE "post_drafts" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"post_id" uuid NOT NULL,
	"values" jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"actor_id" uuid,
	"actor_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "post_drafts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "post_drafts_post_key" UNIQUE("tenant_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "post_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "unpublish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "seo_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "seo_description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "canonical_url" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "autosaved" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "post_drafts" ADD CONSTRAINT "post_drafts_post_fkey" FOREIGN KEY ("tenant_id","post_id") REFERENCES "posts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_drafts_tenant_id_created_at_idx" ON "post_drafts" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "post_drafts" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "post_drafts" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "post_drafts" FORCE ROW LEVEL SECURITY;