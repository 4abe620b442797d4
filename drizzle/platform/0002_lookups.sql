-- What must happen before or across tenants: narrow functions, run with the owner's rights.
-- Host to tenant id. One of the two arguments is given. Deleted tenants are nobody.
CREATE FUNCTION platform.find_tenant_id(p_slug text, p_hostname text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.id FROM platform.tenants t
  WHERE t.status <> 'deleted' AND t.id = CASE
    WHEN p_slug IS NOT NULL THEN (SELECT s.id FROM platform.tenants s WHERE s.slug = p_slug)
    ELSE (SELECT d.tenant_id FROM platform.domains d
      WHERE d.hostname = p_hostname AND d.verified_at IS NOT NULL)
  END
$$;
--> statement-breakpoint
-- The tenants that the root page of a demo shows.
CREATE FUNCTION platform.list_demo_tenants()
RETURNS TABLE (slug text, name text, description text, brand_color text, domains text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT t.slug, t.name, t.settings ->> 'description', t.settings ->> 'brandColor',
    ARRAY(SELECT d.hostname FROM platform.domains d
      WHERE d.tenant_id = t.id AND d.verified_at IS NOT NULL ORDER BY d.hostname)
  FROM platform.tenants t
  WHERE t.status = 'active' AND t.metadata @> '{"demo": true}'
  ORDER BY t.slug
  LIMIT 20
$$;
--> statement-breakpoint
-- Cache invalidations since a watermark. A transaction that was still open at the last call has an
-- id at or above the watermark it returned, so nothing that commits late is missed; the caller
-- drops what it has already seen.
CREATE FUNCTION platform.cache_tags_since(p_xid xid8)
RETURNS TABLE (watermark xid8, id bigint, cache_tags text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform, pg_temp AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot()), e.id, e.cache_tags
  FROM (VALUES (1)) AS one(row)
  LEFT JOIN platform.events e ON e.xid >= p_xid AND cardinality(e.cache_tags) > 0
  ORDER BY e.id
$$;
--> statement-breakpoint
CREATE FUNCTION platform.announce_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
BEGIN
  PERFORM pg_notify('tenantry_events', '');
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Per statement, and PostgreSQL folds equal notices of one transaction into one.
CREATE TRIGGER events_announce AFTER INSERT ON platform.events
  FOR EACH STATEMENT EXECUTE FUNCTION platform.announce_event();
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.find_tenant_id(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.list_demo_tenants() FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.cache_tags_since(xid8) FROM PUBLIC;
REVOKE ALL ON FUNCTION platform.announce_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.find_tenant_id(text, text) TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.list_demo_tenants() TO tenantry_app;
GRANT EXECUTE ON FUNCTION platform.cache_tags_since(xid8) TO tenantry_app;
