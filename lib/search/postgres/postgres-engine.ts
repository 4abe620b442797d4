import { inArray, sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import { isMarked, markEnd, markStart, markUp } from '../mark-up';
import type { SearchEngine, SearchFindings, SearchHit } from '../search-engine';
import type { SearchText } from '../search-text';
import { searchedPosts } from './searched-posts';

interface Found {
  id: string;
  total: number;
}

/**
 * Full text in PostgreSQL: always there and never behind. Stems and beginnings of words in title,
 * description and text; spelling mistakes in titles. Which posts it is tells a function that goes
 * round row security; what stands in them is read like any other row.
 */
export const postgresEngine: SearchEngine = {
  name: 'postgres',
  search: ({ db }, query): Promise<SearchFindings> =>
    db.read(async (tx) => {
      const found = sql<Found[] | null>`(select json_agg(f) from ${searchedPosts(query)} f)`;
      // The function reads what the transaction is bound to; the row is the tenant itself.
      const [row] = await tx.select({ found }).from(tenants);
      const best = row?.found ?? [];
      if (best.length === 0) return { total: 0, hits: [] };
      const ids = best.map(({ id }) => id);
      const rows = await tx.select(columnsOf(query)).from(posts).where(inArray(posts.id, ids));
      const byId = new Map(rows.map((one) => [one.id, one]));
      const hits = ids.flatMap((id) => byId.get(id) ?? []).map(toHit);
      return { total: best[0]?.total ?? 0, hits };
    }),
};

const marks = `StartSel=${markStart}, StopSel=${markEnd}`;
const whole = `${marks}, HighlightAll=true`;
const parts = `${marks}, MaxFragments=2, MinWords=14, MaxWords=26, FragmentDelimiter=" … "`;

function columnsOf({ text, words }: SearchText) {
  const query = sql`search.query(${text}::text, string_to_array(${words.join(' ')}::text, ' '))`;
  const { id, slug, title, description, status, publishedAt } = posts;
  const markedDescription = sql<string>`search.marked(${description}, ${query}, ${whole}::text)`;
  // What is found in the description needs no look into the text, which is the longest part.
  const markedBody = sql<string>`case when ${markedDescription} like ${`%${markStart}%`} then ''
    else search.marked(search.plain_text(${posts.body}), ${query}, ${parts}::text) end`;
  return {
    ...{ id, slug, title, description, status, publishedAt },
    markedTitle: sql<string>`search.marked(${title}, ${query}, ${whole}::text)`,
    ...{ markedDescription, markedBody },
  };
}

interface Row extends Omit<SearchHit, 'publishedAt' | 'highlight'> {
  publishedAt: Date | null;
  markedTitle: string;
  markedDescription: string;
  markedBody: string;
}

function toHit({ markedTitle, markedDescription, markedBody, ...row }: Row): SearchHit {
  const found = [markedDescription, markedBody].find(isMarked);
  return {
    ...row,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    highlight: {
      title: markUp(markedTitle),
      // Found in the title alone: what the post is about, in its own words.
      body: markUp(found ?? (markedDescription || markedBody)),
    },
  };
}
