-- A build that is running counts as asked for: a second one behind it would make all of the index anew.
CREATE OR REPLACE FUNCTION platform.plan_search_builds(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  IF NOT platform.is_unbound() THEN RETURN 0; END IF;
  RETURN platform.ask_for_indexing('search.build', ARRAY(
    SELECT t.id FROM platform.tenants t LEFT JOIN platform.search_indexes i ON i.tenant_id = t.id
    WHERE t.status = 'active' AND (i.tenant_id IS NULL OR (i.live_index IS NULL OR i.next_index IS NOT NULL)
      -- What failed is not tried again at once.
      AND (i.fault IS NULL OR i.asked_at < now() - interval '10 minutes'))
      AND NOT EXISTS (SELECT FROM platform.jobs j WHERE j.tenant_id = t.id AND j.kind = 'search.build'
        AND j.done_at IS NULL AND j.dead_at IS NULL)
    ORDER BY t.id LIMIT p_limit));
END
$$;
