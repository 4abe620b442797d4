CREATE TABLE "platform"."sign_in_tickets" (
	"hash" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"tenant_id" uuid,
	"address" text NOT NULL,
	"state" text NOT NULL,
	"next" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "is_kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."sign_in_tickets" ADD CONSTRAINT "sign_in_tickets_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "platform"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."sign_in_tickets" ADD CONSTRAINT "sign_in_tickets_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_tickets_expires_idx" ON "platform"."sign_in_tickets" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_tickets_session_idx" ON "platform"."sign_in_tickets" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sign_in_tickets_tenant_idx" ON "platform"."sign_in_tickets" USING btree ("tenant_id");--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_parent_id_sessions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "platform"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_parent_idx" ON "platform"."sessions" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_parent_check" CHECK (parent_id is null or tenant_id is not null);--> statement-breakpoint
-- Reached through functions only, as sessions are.
ALTER TABLE platform.sign_in_tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.sign_in_tickets FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_maintenance ON platform.sign_in_tickets TO tenantry_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
-- The sessions of one browser: that of the root host, and those of tenants' hosts that hang on it.
CREATE FUNCTION platform.browser_of(p_id uuid, p_parent uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = platform, pg_temp AS $$ SELECT coalesce(p_parent, p_id) $$;
--> statement-breakpoint
-- Opens what signing in opens: a session on the root host, and at a tenant one that hangs on it.
-- Nothing for who may not sign in, nor at a tenant that does not serve.
CREATE FUNCTION platform.open_browser_session(p_user uuid, p_tenant uuid, p_kept boolean,
  p_seconds integer, p_agent text, p_address text, p_request text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_own uuid;
  v_root uuid;
BEGIN
  v_own := platform.open_session(p_user, p_tenant, 'browser', p_seconds, p_agent, p_address, p_request);
  IF v_own IS NULL THEN RETURN NULL; END IF;
  IF p_tenant IS NOT NULL THEN
    v_root := platform.open_session(p_user, NULL, 'browser', p_seconds, p_agent, p_address, p_request);
    UPDATE platform.sessions SET is_kept = p_kept WHERE id = v_root;
  END IF;
  UPDATE platform.sessions SET is_kept = p_kept, parent_id = v_root WHERE id = v_own;
  RETURN v_own;
END
$$;
--> statement-breakpoint
-- Signs a browser out: ends all its sessions, on every host, each with its event.
CREATE FUNCTION platform.end_browser(p_session uuid, p_request text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT count(*)::integer FROM (
    SELECT platform.end_session(other.id, p_request) AS done
    FROM platform.sessions mine
    JOIN platform.sessions other ON other.user_id = mine.user_id
      AND platform.browser_of(other.id, other.parent_id) = platform.browser_of(mine.id, mine.parent_id)
    WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND other.revoked_at IS NULL AND other.expires_at > now()
  ) ended WHERE done
$$;
--> statement-breakpoint
-- Ends other browsers and programs of the person whose live session asks: one of them, told as
-- list_own_sessions tells it, or all (null).
CREATE OR REPLACE FUNCTION platform.end_other_sessions(p_session uuid, p_target uuid, p_request text)
RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT count(*)::integer FROM (
    SELECT platform.end_session(other.id, p_request) AS done
    FROM platform.sessions mine
    JOIN platform.users u ON u.id = mine.user_id AND u.is_active
    JOIN platform.sessions other ON other.user_id = mine.user_id
      AND platform.browser_of(other.id, other.parent_id) <> platform.browser_of(mine.id, mine.parent_id)
    WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND (p_target IS NULL OR platform.browser_of(other.id, other.parent_id) = p_target)
      AND other.revoked_at IS NULL AND other.expires_at > now()
  ) ended WHERE done
$$;
--> statement-breakpoint
-- Where the person whose live session asks is signed in, one row for a browser or a program with the
-- names of its tenants (null is the root host), the last used first.
DROP FUNCTION platform.list_own_sessions(uuid);
CREATE FUNCTION platform.list_own_sessions(p_session uuid)
RETURNS TABLE (id uuid, is_current boolean, kind text, places jsonb, user_agent text,
  address text, created_at timestamptz, last_seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT platform.browser_of(other.id, other.parent_id),
    bool_or(platform.browser_of(other.id, other.parent_id) = platform.browser_of(mine.id, mine.parent_id)),
    min(other.kind),
    jsonb_agg(DISTINCT t.name ORDER BY t.name),
    (array_agg(other.user_agent ORDER BY other.last_seen_at DESC))[1],
    (array_agg(other.address ORDER BY other.last_seen_at DESC))[1],
    min(other.created_at), max(other.last_seen_at)
  FROM platform.sessions mine
  JOIN platform.users u ON u.id = mine.user_id AND u.is_active
  JOIN platform.sessions other ON other.user_id = mine.user_id
  LEFT JOIN platform.tenants t ON t.id = other.tenant_id
  WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
    AND other.revoked_at IS NULL AND other.expires_at > now()
  GROUP BY platform.browser_of(other.id, other.parent_id)
  ORDER BY max(other.last_seen_at) DESC, 1
  LIMIT 100
$$;
--> statement-breakpoint
-- Makes a ticket: from the root host's live session for a tenant's host, or from a tenant's for the
-- root host's that it hangs on. False when the session is no such one. Takes a few old ones away.
CREATE FUNCTION platform.issue_ticket(p_session uuid, p_tenant uuid, p_hash text, p_state text,
  p_address text, p_next text, p_seconds integer) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  DELETE FROM platform.sign_in_tickets WHERE hash IN (
    SELECT t.hash FROM platform.sign_in_tickets t WHERE t.expires_at < now() - interval '1 hour'
    ORDER BY t.expires_at LIMIT 5 FOR UPDATE SKIP LOCKED);
  WITH made AS (
    INSERT INTO platform.sign_in_tickets (hash, session_id, tenant_id, address, state, next, expires_at)
    SELECT p_hash, root.id, p_tenant, p_address, p_state, p_next,
      now() + make_interval(secs => least(p_seconds, 60))
    FROM platform.sessions mine
    JOIN platform.users u ON u.id = mine.user_id AND u.is_active
    JOIN platform.sessions root ON root.id = platform.browser_of(mine.id, mine.parent_id)
      AND root.tenant_id IS NULL AND root.kind = 'browser'
      AND root.revoked_at IS NULL AND root.expires_at > now()
    WHERE mine.id = p_session AND mine.revoked_at IS NULL AND mine.expires_at > now()
      AND (mine.tenant_id IS NULL) <> (p_tenant IS NULL)
    RETURNING hash
  )
  SELECT EXISTS (SELECT FROM made)
$$;
--> statement-breakpoint
-- Spends a ticket. Shown anywhere but where it is good it is spent, too: it is in the wrong hands.
-- At a tenant it opens a session that hangs on the ticket's; on the root host it is that one itself.
-- `p_replaced` is the live session that the browser has there now.
CREATE FUNCTION platform.redeem_ticket(p_hash text, p_tenant uuid, p_state text, p_address text,
  p_replaced uuid, p_agent text, p_client text, p_request text)
RETURNS TABLE (session_id uuid, user_id uuid, seconds integer, is_kept boolean, next text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  v_ticket platform.sign_in_tickets;
  v_root platform.sessions;
  v_before platform.sessions;
BEGIN
  UPDATE platform.sign_in_tickets t SET used_at = now()
  WHERE t.hash = p_hash AND t.used_at IS NULL AND t.expires_at > now()
  RETURNING t.* INTO v_ticket;
  IF NOT FOUND OR v_ticket.tenant_id IS DISTINCT FROM p_tenant OR v_ticket.state <> p_state
    OR v_ticket.address <> p_address THEN RETURN; END IF;
  SELECT s.* INTO v_root FROM platform.sessions s
  JOIN platform.users u ON u.id = s.user_id AND u.is_active
  WHERE s.id = v_ticket.session_id AND s.revoked_at IS NULL AND s.expires_at > now()
  FOR UPDATE OF s;
  IF NOT FOUND THEN RETURN; END IF;
  user_id := v_root.user_id;
  seconds := greatest(extract(epoch FROM v_root.expires_at - now())::integer, 1);
  is_kept := v_root.is_kept;
  next := v_ticket.next;
  IF p_tenant IS NULL THEN
    session_id := v_root.id;
  ELSE
    session_id := platform.open_session(v_root.user_id, p_tenant, 'browser', seconds, p_agent, p_client,
      p_request);
    IF session_id IS NULL THEN RETURN; END IF;
    UPDATE platform.sessions s SET parent_id = v_root.id, is_kept = v_root.is_kept
    WHERE s.id = session_id;
  END IF;
  SELECT s.* INTO v_before FROM platform.sessions s
  WHERE s.id = p_replaced AND s.id <> session_id AND s.tenant_id IS NOT DISTINCT FROM p_tenant;
  -- Somebody else's whole browser, since this one is now another person's; else what is replaced.
  IF v_before.user_id = v_root.user_id
    AND platform.browser_of(v_before.id, v_before.parent_id) = v_root.id THEN
    PERFORM platform.end_session(v_before.id, p_request);
  ELSIF v_before.id IS NOT NULL THEN
    PERFORM platform.end_browser(v_before.id, p_request);
  END IF;
  RETURN NEXT;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.browser_of(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.open_browser_session(uuid, uuid, boolean, integer, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.end_browser(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_own_sessions(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.issue_ticket(uuid, uuid, text, text, text, text, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.redeem_ticket(text, uuid, text, text, uuid, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.open_browser_session(uuid, uuid, boolean, integer, text, text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.end_browser(uuid, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.list_own_sessions(uuid) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.issue_ticket(uuid, uuid, text, text, text, text, integer) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.redeem_ticket(text, uuid, text, text, uuid, text, text, text) TO tenantry_app;
