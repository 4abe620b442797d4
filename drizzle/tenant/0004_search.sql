-- Search in posts. The columns are PostgreSQL's own business: no query of the application names them.
ALTER TABLE posts
  ADD COLUMN search_document tsvector GENERATED ALWAYS AS (search.document(title, description, body)) STORED,
  ADD COLUMN title_document tsvector GENERATED ALWAYS AS (search.lexemes(title)) STORED;
--> statement-breakpoint
CREATE INDEX posts_search_idx ON posts USING gin (tenant_id, search_document);
CREATE INDEX posts_title_search_idx ON posts USING gin (tenant_id, title_document);
CREATE INDEX posts_title_trigram_idx ON posts USING gin (tenant_id, title extensions.gin_trgm_ops);
--> statement-breakpoint
CREATE POLICY search_reader ON posts FOR SELECT TO tenantry_search USING (true);
--> statement-breakpoint
-- Whichever schema this is: its function looks here and nowhere else.
SELECT set_config('tenantry.path', current_setting('search_path'), true),
  set_config('search_path', current_setting('search_path') || ', pg_temp', true);
--> statement-breakpoint
-- Ids of the bound tenant's posts that a text is about, the best first: a phrase before its words, a
-- title before a text. Of very common words only some are ranked, so that an answer stays fast.
--   p_words   the text's words, the last of them maybe not written to its end
--   p_drafts  what is not published, too
--   total     how many there are, as far as they were counted
CREATE FUNCTION search_posts(p_text text, p_words text[], p_drafts boolean, p_limit integer)
RETURNS TABLE (id uuid, weight real, total bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
-- A limit lets the planner hope to be through early, and read a tenant's whole table for a rare word.
SET enable_seqscan = off SET enable_indexscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
#variable_conflict use_column
DECLARE
  v_tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  v_query tsquery := search.query(p_text, p_words);
  v_phrase tsquery := phraseto_tsquery('search.stems', search.spaced(p_text));
BEGIN
  IF v_tenant IS NULL OR coalesce(array_length(p_words, 1), 0) = 0 THEN RETURN; END IF;
  -- Two letters that were swapped change more of a short word than of a long one.
  IF array_length(p_words, 1) = 1 THEN
    PERFORM set_config('pg_trgm.word_similarity_threshold', CASE WHEN length(p_text) < 9 THEN '0.33' ELSE '0.42' END, true);
  END IF;
  RETURN QUERY
  WITH titled AS MATERIALIZED (
    SELECT p.id FROM posts p
    WHERE p.tenant_id = v_tenant AND p.title_document @@ v_query
      AND p.deleted_at IS NULL AND (p_drafts OR p.status = 'published')
    LIMIT 500
  ), told AS MATERIALIZED (
    SELECT p.id FROM posts p
    WHERE p.tenant_id = v_tenant AND p.search_document @@ v_query
      AND p.deleted_at IS NULL AND (p_drafts OR p.status = 'published')
    LIMIT 1000
  ), near AS MATERIALIZED (
    SELECT alike.id, alike.title, word_similarity(p_text, alike.title) AS likeness FROM (
      SELECT p.id, p.title FROM posts p
      WHERE p.tenant_id = v_tenant AND p_text OPERATOR(extensions.<%) p.title
        AND p.deleted_at IS NULL AND (p_drafts OR p.status = 'published')
        AND length(p_text) > 3 AND NOT EXISTS (SELECT FROM told OFFSET 2)
      LIMIT 1000) alike
    ORDER BY likeness DESC, alike.id LIMIT 100
  ), candidates AS MATERIALIZED (
    SELECT id, max(c.weight) AS weight FROM (
      SELECT titled.id, 3::real AS weight FROM titled
      UNION ALL SELECT told.id, 1 FROM told
      UNION ALL SELECT near.id, near.likeness / 2 FROM near WHERE search.is_like(near.title, p_words)
    ) c GROUP BY id
  )
  SELECT p.id,
    (c.weight + ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', p.search_document, v_query, 32)
    + CASE WHEN numnode(v_phrase) > 1 AND p.title_document @@ v_phrase THEN 8 ELSE 0 END
    + CASE WHEN numnode(v_phrase) > 1 AND p.search_document @@ v_phrase THEN 4 ELSE 0 END)::real AS weight,
    (SELECT count(*) FROM candidates)
  FROM candidates c JOIN posts p ON p.tenant_id = v_tenant AND p.id = c.id
  ORDER BY weight DESC, p.published_at DESC NULLS FIRST, p.id
  LIMIT least(greatest(p_limit, 1), 1000);
END
$$;
--> statement-breakpoint
SELECT set_config('search_path', current_setting('tenantry.path'), true);
--> statement-breakpoint
-- The new owner needs a right that it must not keep.
DO $$
BEGIN
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO tenantry_search', current_schema());
  ALTER FUNCTION search_posts(text, text[], boolean, integer) OWNER TO tenantry_search;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM tenantry_search', current_schema());
END
$$;
GRANT SELECT (id, tenant_id, title, status, published_at, deleted_at, search_document, title_document)
  ON posts TO tenantry_search;
SET LOCAL ROLE tenantry_search;
REVOKE ALL ON FUNCTION search_posts(text, text[], boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_posts(text, text[], boolean, integer) TO tenantry_app;
RESET ROLE;
