CREATE TABLE "platform"."public_broadcast_people" (
	"broadcast_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"part" uuid NOT NULL,
	CONSTRAINT "public_broadcast_people_pkey" PRIMARY KEY("broadcast_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."public_broadcasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"sender_id" uuid,
	"request_key" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"placed_at" timestamp (3) with time zone,
	"people" integer DEFAULT 0 NOT NULL,
	"reached" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "public_broadcasts_request_key" UNIQUE("request_key"),
	CONSTRAINT "public_broadcasts_text_check" CHECK (length(title) <= 200 and length(body) <= 2000)
);
--> statement-breakpoint
ALTER TABLE "platform"."public_broadcast_people" ADD CONSTRAINT "public_broadcast_people_broadcast_id_public_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "platform"."public_broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_broadcast_people" ADD CONSTRAINT "public_broadcast_people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_broadcast_people" ADD CONSTRAINT "public_broadcast_people_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_broadcasts" ADD CONSTRAINT "public_broadcasts_group_id_public_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "platform"."public_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."public_broadcasts" ADD CONSTRAINT "public_broadcasts_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "platform"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "public_broadcast_people_part_idx" ON "platform"."public_broadcast_people" USING btree ("part");--> statement-breakpoint
CREATE INDEX "public_broadcast_people_user_idx" ON "platform"."public_broadcast_people" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "public_broadcast_people_tenant_idx" ON "platform"."public_broadcast_people" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "public_broadcasts_group_idx" ON "platform"."public_broadcasts" USING btree ("group_id","created_at" DESC NULLS FIRST);
--> statement-breakpoint
-- Groups across tenants are the operators': the console looks after them and who is in them.
CREATE POLICY console ON platform.public_groups TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
CREATE POLICY console ON platform.public_group_members TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
GRANT SELECT, INSERT, DELETE, UPDATE (name, description, updated_at) ON platform.public_groups TO tenantry_console;
GRANT SELECT, INSERT, DELETE ON platform.public_group_members TO tenantry_console;
--> statement-breakpoint
ALTER TABLE platform.public_broadcasts ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.public_broadcasts FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.public_broadcasts TO tenantry_owner USING (true) WITH CHECK (true);
CREATE POLICY console ON platform.public_broadcasts TO tenantry_console
  USING ((SELECT platform.is_console())) WITH CHECK ((SELECT platform.is_console()));
-- In nobody else's name, and with nothing decided: that is the job's.
CREATE POLICY console_sends ON platform.public_broadcasts AS RESTRICTIVE FOR INSERT TO tenantry_console
  WITH CHECK (sender_id = platform.console_person() AND group_id IS NOT NULL
    AND placed_at IS NULL AND people = 0 AND reached = 0);
GRANT SELECT, INSERT ON platform.public_broadcasts TO tenantry_console;
ALTER TABLE platform.public_broadcast_people ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.public_broadcast_people FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.public_broadcast_people TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- In which one of their tenants each of a group is told: where they begin, else where they have been
-- longest. One that is closed for work serves again and so comes last; null for who has none.
CREATE FUNCTION platform.public_group_places(p_group uuid) RETURNS TABLE (user_id uuid, tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT u.id, (
    SELECT m.tenant_id FROM platform.memberships m JOIN platform.tenants t ON t.id = m.tenant_id
    WHERE m.user_id = u.id AND m.deactivated_at IS NULL AND t.status IN ('active', 'maintenance')
    ORDER BY t.status = 'active' DESC, coalesce(m.tenant_id = u.default_tenant_id, false) DESC,
      m.joined_at, m.tenant_id
    LIMIT 1)
  FROM platform.public_group_members g JOIN platform.users u ON u.id = g.user_id AND u.is_active
  WHERE g.group_id = p_group
$$;
-- How many would be told, and by how many tenants. Zeros for who is not the console.
CREATE FUNCTION platform.preview_public_broadcast(p_group uuid)
RETURNS TABLE (people integer, reached integer, tenants integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT count(*)::integer, count(p.tenant_id)::integer, count(DISTINCT p.tenant_id)::integer
  FROM platform.public_group_places(p_group) p WHERE platform.is_console()
$$;
--> statement-breakpoint
CREATE FUNCTION platform.ask_for_placing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  INSERT INTO platform.jobs (kind, key, payload)
  VALUES ('public-broadcast.place', NEW.id, jsonb_build_object('broadcastId', NEW.id));
  RETURN NULL;
END
$$;
CREATE TRIGGER public_broadcasts_ask AFTER INSERT ON platform.public_broadcasts
  FOR EACH ROW EXECUTE FUNCTION platform.ask_for_placing();
-- Decides once who gets it in which tenant, and asks each of these tenants, by some hundreds of its
-- people, to tell them. Whoever comes beside it waits, and finds it decided. The number of those who
-- are told; null where there is nothing to decide.
CREATE FUNCTION platform.place_public_broadcast(p_broadcast uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  asked platform.public_broadcasts;
  total integer;
  told integer;
BEGIN
  IF NOT platform.is_unbound() THEN RETURN NULL; END IF;
  SELECT * INTO asked FROM platform.public_broadcasts b
  WHERE b.id = p_broadcast AND b.placed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  WITH places AS (SELECT * FROM platform.public_group_places(asked.group_id)),
  numbered AS (
    SELECT p.user_id, p.tenant_id,
      (row_number() OVER (PARTITION BY p.tenant_id ORDER BY p.user_id) - 1) / 500 AS n
    FROM places p WHERE p.tenant_id IS NOT NULL
  ), parts AS (
    SELECT d.tenant_id, d.n, gen_random_uuid() AS part
    FROM (SELECT DISTINCT k.tenant_id, k.n FROM numbered k) d
  ), kept AS (
    INSERT INTO platform.public_broadcast_people (broadcast_id, user_id, tenant_id, part)
    SELECT asked.id, k.user_id, k.tenant_id, p.part
    FROM numbered k JOIN parts p ON p.tenant_id = k.tenant_id AND p.n = k.n
    RETURNING 1
  ), handed AS (
    INSERT INTO platform.jobs (tenant_id, kind, key, payload)
    SELECT p.tenant_id, 'public-broadcast.deliver', p.part, jsonb_build_object('part', p.part) FROM parts p
  )
  SELECT (SELECT count(*) FROM places), (SELECT count(*) FROM kept) INTO total, told;
  UPDATE platform.public_broadcasts SET placed_at = now(), people = total, reached = told WHERE id = asked.id;
  RETURN told;
END
$$;
-- What a tenant is to tell some of its people, and whom: its own alone. They are taken away by that,
-- in the transaction in which the tenant writes it down, so that nobody is told twice.
CREATE FUNCTION platform.take_public_broadcast(p_part uuid)
RETURNS TABLE (title text, body text, user_ids uuid[])
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  WITH taken AS (
    DELETE FROM platform.public_broadcast_people p
    WHERE p.part = p_part AND p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    RETURNING p.broadcast_id, p.user_id
  )
  SELECT b.title, b.body, array_agg(t.user_id ORDER BY t.user_id)
  FROM taken t JOIN platform.public_broadcasts b ON b.id = t.broadcast_id
  GROUP BY b.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.public_group_places(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.preview_public_broadcast(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.ask_for_placing() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.place_public_broadcast(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.take_public_broadcast(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.preview_public_broadcast(uuid) TO tenantry_console;
GRANT EXECUTE ON FUNCTION platform.place_public_broadcast(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.take_public_broadcast(uuid) TO tenantry_app;
