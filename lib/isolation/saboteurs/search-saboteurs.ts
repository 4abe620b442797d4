import { sabotageFunctions } from './sabotage-functions';
import type { Saboteur } from './saboteur';

/** As it is, but for what it looks in. */
const searchIn = (where: string, source: string) => `/* ${where} */
  create or replace function pool.search_posts(p_text text, p_words text[], p_drafts boolean, p_limit integer)
  returns table (id uuid, weight real, total bigint)
  language sql stable security definer set search_path = pool, extensions, pg_temp as $$
    select p.id, 1::real, 1::bigint from (${source}) p
    where p.search_document @@ search.query(p_text, p_words) limit 100
  $$`;

const bound = "nullif(current_setting('app.tenant_id', true), '')::uuid";

/** What is taken from the one function that reads posts past row security. */
export const searchSaboteurs: Saboteur[] = [
  {
    did: 'search without the tenant',
    walk: 'functions',
    tells: /search_posts.*posts of another tenant|search_posts.*to nobody/,
    run: (workshop) =>
      sabotageFunctions(workshop, searchIn('everywhere', 'select id, search_document from posts')),
  },
  {
    did: 'search in the trash',
    walk: 'functions',
    tells: /search_posts.*in the trash/,
    run: (workshop) =>
      sabotageFunctions(
        workshop,
        searchIn('trash', `select id, search_document from posts where tenant_id = ${bound}`),
      ),
  },
];
