-- What a search index must hold is noted down in the transaction of the change, whoever makes it.
CREATE TRIGGER posts_search_added AFTER INSERT ON posts REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.note_search();
CREATE TRIGGER posts_search_changed AFTER UPDATE ON posts REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION platform.note_search();
CREATE TRIGGER posts_search_removed AFTER DELETE ON posts REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION platform.note_search();
--> statement-breakpoint
SELECT set_config('tenantry.path', current_setting('search_path'), true),
  set_config('search_path', current_setting('search_path') || ', pg_temp', true);
--> statement-breakpoint
-- Posts of the bound tenant are to be sent to its index once more, all of them or some: the living,
-- and those that are gone. A post that was written before there was an index gets its entry. Versions
-- are new ones, so that whatever stands in the index is overwritten.
CREATE FUNCTION mark_posts_for_search(p_ids uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  v_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  marked bigint;
BEGIN
  IF v_tenant IS NULL THEN RETURN 0; END IF;
  INSERT INTO platform.search_entries AS e (tenant_id, post_id, version)
  SELECT known.tenant_id, known.id, nextval('platform.search_versions') FROM (
    SELECT p.tenant_id, p.id FROM posts p WHERE p.tenant_id = v_tenant
    UNION SELECT n.tenant_id, n.post_id FROM platform.search_entries n WHERE n.tenant_id = v_tenant
    ORDER BY 2) known
  WHERE p_ids IS NULL OR known.id = ANY (p_ids)
  ON CONFLICT (tenant_id, post_id) DO UPDATE SET version = greatest(e.version, excluded.version),
    is_pending = true, attempts = 0, next_attempt_at = NULL, dead_at = NULL, last_error = NULL;
  GET DIAGNOSTICS marked = ROW_COUNT;
  RETURN marked;
END
$$;
-- Returns once everybody has ended who was writing posts when it was called. Others wait no longer
-- than that.
CREATE FUNCTION await_post_writers() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '5s' AS $$
BEGIN
  LOCK TABLE posts IN SHARE MODE;
END
$$;
REVOKE ALL ON FUNCTION mark_posts_for_search(uuid[]), await_post_writers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mark_posts_for_search(uuid[]), await_post_writers() TO tenantry_app;
--> statement-breakpoint
SELECT set_config('search_path', current_setting('tenantry.path'), true);
