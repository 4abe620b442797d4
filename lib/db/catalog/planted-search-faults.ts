import type { FaultKind } from './catalog-fault';

/** Statements that give search's role more than it should have, as in plantedFaults. */
export const plantedSearchFaults: [FaultKind, string, string | string[]][] = [
  [
    'unsafe-grant',
    'grant select on pool.tags to tenantry_search',
    'unsafe-grant pool.tags SELECT to search',
  ],
  [
    'unsafe-grant',
    'grant update (title) on pool.posts to tenantry_search',
    'unsafe-grant pool.posts title UPDATE to search',
  ],
  [
    'unsafe-grant',
    'grant create on schema pool to tenantry_search',
    'unsafe-grant pool CREATE to search',
  ],
  [
    'public-grant',
    'grant execute on function search.spaced(text) to public',
    'public-grant search.spaced(text)',
  ],
  [
    'definer-public',
    'grant execute on function pool.search_posts(text, text[], boolean, integer) to public',
    'definer-public pool.search_posts(text,text[],boolean,integer)',
  ],
  [
    'wrong-owner',
    'alter function pool.search_posts(text, text[], boolean, integer) owner to current_user',
    'wrong-owner pool.search_posts(text,text[],boolean,integer)',
  ],
];
