CREATE TABLE "notification_preferences" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean,
	"email" text,
	CONSTRAINT "notification_preferences_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notification_preferences_key" UNIQUE("tenant_id","user_id","kind"),
	CONSTRAINT "notification_preferences_email_check" CHECK (email in ('off', 'now', 'digest'))
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_receipts" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"notification_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"in_app" boolean DEFAULT true NOT NULL,
	"email" text DEFAULT 'off' NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"emailed_at" timestamp (3) with time zone,
	CONSTRAINT "notification_receipts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notification_receipts_key" UNIQUE("tenant_id","notification_id","user_id"),
	CONSTRAINT "notification_receipts_inbox_key" UNIQUE("tenant_id","user_id","position"),
	CONSTRAINT "notification_receipts_email_check" CHECK (email in ('off', 'now', 'digest'))
);
--> statement-breakpoint
ALTER TABLE "notification_receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"href" text DEFAULT '' NOT NULL,
	"sender_id" uuid,
	"sender_name" text DEFAULT '' NOT NULL,
	"about_id" uuid,
	"audience" jsonb NOT NULL,
	"status" text DEFAULT 'sending' NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"event_id" bigint,
	"request_key" uuid,
	"expected" integer DEFAULT 0 NOT NULL,
	"recipients" integer DEFAULT 0 NOT NULL,
	"sent_up_to" uuid,
	"told_up_to" uuid,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notifications_event_key" UNIQUE("tenant_id","kind","event_id"),
	CONSTRAINT "notifications_request_key" UNIQUE("tenant_id","request_key"),
	CONSTRAINT "notifications_status_check" CHECK (status in ('scheduled', 'sending', 'sent', 'cancelled')),
	CONSTRAINT "notifications_text_check" CHECK (length(title) <= 200 and length(body) <= 2000),
	CONSTRAINT "notifications_href_check" CHECK (href = '' or left(href, 1) = '/' and left(href, 2) <> '//'),
	CONSTRAINT "notifications_sent_check" CHECK (status <> 'sent' or sent_at is not null)
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_receipts" ADD CONSTRAINT "notification_receipts_notification_fkey" FOREIGN KEY ("tenant_id","notification_id") REFERENCES "notifications"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_preferences_tenant_id_created_at_idx" ON "notification_preferences" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notification_receipts_tenant_id_created_at_idx" ON "notification_receipts" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notification_receipts_unread_idx" ON "notification_receipts" USING btree ("tenant_id","user_id") WHERE in_app and read_at is null;--> statement-breakpoint
CREATE INDEX "notification_receipts_digest_idx" ON "notification_receipts" USING btree ("tenant_id","user_id") WHERE email = 'digest' and emailed_at is null and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_tenant_id_created_at_idx" ON "notifications" USING btree ("tenant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_kind_idx" ON "notifications" USING btree ("tenant_id","kind","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "notification_receipts" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "notification_receipts" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "notifications" AS PERMISSIVE FOR ALL TO "tenantry_app" USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "owner_maintenance" ON "notifications" AS PERMISSIVE FOR ALL TO "tenantry_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "notification_preferences" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_receipts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notifications" FORCE ROW LEVEL SECURITY;