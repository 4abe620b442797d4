CREATE TABLE "platform"."audit_log" (
	"id" bigint PRIMARY KEY NOT NULL,
	"tenant_id" uuid,
	"seq" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"resource" text DEFAULT '' NOT NULL,
	"subject_id" uuid,
	"label" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"actor_name" text DEFAULT '' NOT NULL,
	"request_id" text DEFAULT '' NOT NULL,
	"payload" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."idempotency_keys" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"headers" text,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("tenant_id","user_id","key")
);
--> statement-breakpoint
CREATE TABLE "platform"."rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "platform"."jobs_due_idx";--> statement-breakpoint
ALTER TABLE "platform"."events" ADD COLUMN "actor_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."events" ADD COLUMN "request_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "event_id" bigint;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "lease_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD COLUMN "dead_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD COLUMN "email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "kind" text DEFAULT 'browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."idempotency_keys" ADD CONSTRAINT "idempotency_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "platform"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_seq_key" ON "platform"."audit_log" USING btree ("tenant_id","seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "rate_limits_ends_idx" ON "platform"."rate_limits" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_idx" ON "platform"."refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "memberships_name_idx" ON "platform"."memberships" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "jobs_due_idx" ON "platform"."jobs" USING btree ("run_at","id") WHERE done_at is null and dead_at is null;--> statement-breakpoint
ALTER TABLE "platform"."jobs" ADD CONSTRAINT "jobs_event_key" UNIQUE("event_id","kind");--> statement-breakpoint
ALTER TABLE "platform"."memberships" ADD CONSTRAINT "memberships_id_key" UNIQUE("tenant_id","id");--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_kind_check" CHECK (kind in ('browser', 'api'));