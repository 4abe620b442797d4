import type { FunctionCase, RowTest } from './function-cases';

const both = "array['only', 'here']";
const find = (text: string, words: string, drafts: boolean) =>
  `pool.search_posts('${text}', ${words}, ${drafts}, 100)`;
const bound = "nullif(current_setting('app.tenant_id', true), '')";

/** Something is found by who is bound, and all of it is theirs: row security shows it to them as well. */
const ownAlone: RowTest = ([row]) => {
  if (row?.who === null) return row.found === 0 ? null : `gives ${row.found} to nobody`;
  if (row?.found === 0) return 'finds a tenant none of its own: nothing is proved';
  return row?.foreign === 0 ? null : `gives ${row?.foreign} posts of another tenant`;
};

const looked = (about: string, from: string): FunctionCase => ({
  about,
  sql: `select ${bound} as who, count(f.id)::int as found,
      count(f.id) filter (where p.id is null)::int as foreign
    from ${from} f left join pool.posts p on p.id = f.id`,
  params: () => [],
  gives: () => ownAlone,
});

const plans = (call: string): FunctionCase => ({
  about: 'plans nothing for a tenant',
  sql: `select ${call} as planned, ${bound} as who`,
  params: () => [],
  gives: () => (rows) => {
    const [row] = rows;
    return row?.who === null || row?.planned === 0 ? null : `plans ${row?.planned}`;
  },
});

/** What reads posts past row security: every tenant has fourteen that hold these words. */
export const searchCases: Record<string, FunctionCase[]> = {
  'pool.search_posts(p_text text, p_words text[], p_drafts boolean, p_limit integer)': [
    looked('words that both tenants use', find('only here', both, true)),
    looked('a spelling mistake', find('diaryy', "array['diaryy']", true)),
    looked('a word of titles', find('diary', "array['diary']", false)),
    {
      about: 'what is in the trash is found by nobody',
      sql: `select count(*)::int as n from ${find('trash', "array['trash']", true)} f
        join pool.posts p on p.id = f.id where p.deleted_at is not null`,
      params: () => [],
      gives: () => (rows) => (rows[0]?.n === 0 ? null : 'finds what is in the trash'),
    },
  ],
  'pool.mark_posts_for_search(p_ids uuid[])': [
    {
      about: 'marks the own tenant’s, whoever’s ids are given',
      sql: `select pool.mark_posts_for_search(array(select id from pool.posts) || $1::uuid)::int as marked,
          (select count(*)::int from pool.posts) as own`,
      params: (tenants) => [tenants.globex.id],
      gives: () => (rows) => {
        const [row] = rows;
        return row?.marked === row?.own ? null : `marks ${row?.marked} of ${row?.own}`;
      },
    },
  ],
  'pool.await_post_writers()': [
    {
      about: 'waits, and tells nothing',
      sql: 'select pool.await_post_writers()::text as told',
      params: () => [],
      gives: () => [{ told: '' }],
    },
  ],
  'platform.plan_search_jobs(p_limit integer)': [plans('platform.plan_search_jobs(10)')],
  'platform.plan_search_builds(p_limit integer)': [plans('platform.plan_search_builds(10)')],
};
