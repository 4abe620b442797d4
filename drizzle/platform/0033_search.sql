-- Full-text search. Row security keeps PostgreSQL from using a text index: its operators are not
-- leakproof. So one function of each tenant schema reads posts with the rights of a role that can
-- do nothing else, and filters by the bound tenant itself.
DO $$
BEGIN
  IF to_regrole('tenantry_search') IS NULL THEN
    RAISE EXCEPTION 'The role tenantry_search is missing, which this release needs. Run "npm run tenant -- db-setup" once more, with the passwords of the other two roles in TENANTRY_OWNER_PASSWORD and TENANTRY_APP_PASSWORD, then migrate again.';
  END IF;
END
$$;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA extensions;
--> statement-breakpoint
CREATE SCHEMA search;
GRANT USAGE ON SCHEMA search TO tenantry_app, tenantry_search;
GRANT USAGE ON SCHEMA extensions TO tenantry_search;
--> statement-breakpoint
-- Two readings of every text, both without accents: by the stem of a word, and as it stands, which
-- is what beginnings of words are found by.
CREATE TEXT SEARCH CONFIGURATION search.stems (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search.stems ALTER MAPPING FOR hword, hword_part, word
  WITH extensions.unaccent, pg_catalog.english_stem;
CREATE TEXT SEARCH CONFIGURATION search.words (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION search.words ALTER MAPPING FOR hword, hword_part, word
  WITH extensions.unaccent, pg_catalog.simple;
--> statement-breakpoint
-- The words of a Markdown text, without what only shapes it. Longer texts are cut: what stands
-- further down is not found.
CREATE FUNCTION search.plain_text(markdown text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT btrim(regexp_replace(regexp_replace(t10.t, '\s+([;,])', '\1', 'g'), '\s+', ' ', 'g'))
  FROM (SELECT translate(left(markdown, 100000), E'\x02\x03\x1f', '') AS t) t0,
    -- Fences, rules and lines under table heads; addresses of references.
    LATERAL (SELECT regexp_replace(t0.t, '^[ \t]*(```|~~~).*$|^[ \t|:*_=-]+$|^ {0,3}\[[^\]]+\]:.*$', '', 'gn') AS t) t1,
    LATERAL (SELECT regexp_replace(t1.t, '<!--.*?-->', ' ', 'g') AS t) t2,
    LATERAL (SELECT regexp_replace(t2.t, '</?[a-zA-Z][^<>]{0,255}>', ' ', 'g') AS t) t3,
    LATERAL (SELECT regexp_replace(t3.t, '!?\[([^\]]*)\](\([^()]*\)|\[[^\]]*\])', '\1', 'g') AS t) t4,
    -- Headings, quotes, items.
    LATERAL (SELECT regexp_replace(t4.t, '^[ \t]*(>[ \t]*)*(#{1,6}[ \t]+|[*+-][ \t]+|\d{1,9}[.)][ \t]+)?', '', 'gn') AS t) t5,
    LATERAL (SELECT regexp_replace(t5.t, '(?<!\\)\*+|~~|`+', '', 'g') AS t) t6,
    LATERAL (SELECT regexp_replace(t6.t, '(?<![[:alnum:]_])_+|_+(?![[:alnum:]_])', '', 'g') AS t) t7,
    -- Rows of tables, and their cells.
    LATERAL (SELECT regexp_replace(t7.t, '^[ \t]*\|(.*)\|[ \t]*$', '\1;', 'gn') AS t) t8,
    LATERAL (SELECT regexp_replace(t8.t, '[ \t]*\|', ',', 'g') AS t) t9,
    LATERAL (SELECT regexp_replace(t9.t, '\\([[:punct:]])', '\1', 'g') AS t) t10
$$;
--> statement-breakpoint
-- Chinese and Japanese have no spaces between words, so each sign counts as one. What is put between
-- them can be taken out again.
CREATE FUNCTION search.spaced(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN value ~ U&'[\3040-\30FF\3400-\4DBF\4E00-\9FFF\F900-\FAFF]'
    THEN regexp_replace(value, U&'([\3040-\30FF\3400-\4DBF\4E00-\9FFF\F900-\FAFF])', E' \x1f\\1 \x1f', 'g')
    ELSE value END
$$;
--> statement-breakpoint
CREATE FUNCTION search.lexemes(value text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_tsvector('search.stems', s) || to_tsvector('search.words', s) FROM search.spaced(value) s
$$;
--> statement-breakpoint
-- What a post is found by: its title before its description before its text.
CREATE FUNCTION search.document(title text, description text, body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT setweight(search.lexemes(title), 'A') || setweight(search.lexemes(description), 'B')
    || setweight(search.lexemes(search.plain_text(body)), 'C')
$$;
--> statement-breakpoint
-- All words by their stems, or all as they stand with the last one begun only. Quotes, "or" and a
-- minus mean what they mean everywhere.
CREATE FUNCTION search.query(value text, words text[]) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  meant tsquery := websearch_to_tsquery('search.stems', search.spaced(value));
  begun tsquery := ''::tsquery;
  part tsquery;
BEGIN
  -- Who uses marks of the language wants them kept to. All but something is not looked for.
  IF querytree(meant) = 'T' THEN meant := plainto_tsquery('search.stems', search.spaced(value));
  ELSIF value ~ '(^|\s)-\S|"|\mor\M' THEN RETURN meant;
  END IF;
  FOR n IN 1 .. coalesce(array_length(words, 1), 0) LOOP
    part := plainto_tsquery('search.words', search.spaced(words[n]));
    IF numnode(part) > 0 AND n = array_length(words, 1) THEN part := (part::text || ':*')::tsquery; END IF;
    begun := CASE WHEN numnode(begun) = 0 THEN part WHEN numnode(part) = 0 THEN begun ELSE begun && part END;
  END LOOP;
  RETURN CASE WHEN numnode(meant) = 0 THEN begun WHEN numnode(begun) = 0 THEN meant ELSE meant || begun END;
END
$$;
--> statement-breakpoint
-- A text with marks around what was found: words as they stand or begun, else by their stems.
CREATE FUNCTION search.marked(value text, query tsquery, options text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN by_word LIKE E'%\x02%' THEN by_word
    ELSE ts_headline('search.stems', s, query, options) END
  FROM search.spaced(translate(value, E'\x02\x03\x1f', '')) s,
    LATERAL (SELECT ts_headline('search.words', s, query, options) AS by_word) h
$$;
--> statement-breakpoint
-- Whether each word stands in a title but for a slip: one letter of three to five, two of more, none
-- of a number.
CREATE FUNCTION search.is_like(title text, words text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(bool_and(EXISTS (
    SELECT FROM regexp_split_to_table(lower(title), '[^[:alnum:]]+') t
    WHERE extensions.levenshtein_less_equal(left(t, 100), left(lower(w), 100), n) <= n)), false)
  FROM unnest(words) w,
    LATERAL (SELECT CASE WHEN length(w) < 3 OR w ~ '\d' THEN 0 WHEN length(w) < 6 THEN 1 ELSE 2 END AS n) slips
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.plain_text(text), search.spaced(text), search.lexemes(text),
  search.document(text, text, text), search.query(text, text[]),
  search.marked(text, tsquery, text), search.is_like(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.plain_text(text), search.spaced(text), search.lexemes(text),
  search.document(text, text, text), search.query(text, text[]),
  search.marked(text, tsquery, text), search.is_like(text, text[]) TO tenantry_app, tenantry_search;
