import { z } from '@hono/zod-openapi';
import { searchPosts } from '../../search/search-posts';
import { mostCharacters } from '../../search/search-text';
import { type Operation, operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const html = (what: string) =>
  z
    .string()
    .openapi({ description: `HTML: ${what}, escaped, with \`<mark>\` around what was found.` });

const hit = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  status: z.enum(['draft', 'scheduled', 'published']),
  publishedAt: z.iso.datetime().nullable(),
  highlight: z.object({ title: html('the title'), body: html('a part of the text') }),
});

const answer = z
  .object({
    engine: z.enum(['postgres', 'elasticsearch']),
    degraded: z.boolean().openapi({
      description: 'The search engine is away and PostgreSQL answered: the best may differ.',
    }),
    total: z.int().openapi({ description: 'How many there are, as far as they were counted.' }),
    hits: z.array(hit),
  })
  .openapi('SearchAnswer');

/** Search in a tenant's posts (S1.8, S1.31, S1.32). */
export const searchOperation: Operation<TenantRestContext> = operation({
  id: 'searchPosts',
  method: 'get',
  path: '/search',
  tag: 'Posts',
  summary: 'Search posts',
  description:
    'By title, description and text: stems, the beginning of the last word, spelling mistakes in titles; phrases come first. Drafts are found by who may read all posts.',
  permission: 'public',
  query: z.strictObject({
    q: z
      .string()
      .max(mostCharacters, `Look for at most ${mostCharacters} characters.`)
      .default('')
      .openapi({ description: 'Quotes keep words together, a minus leaves a word out.' }),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  answers: { 200: { description: 'What was found, the best first.', schema: answer } },
  example: { query: { q: 'search', limit: 3 } },
  run: async ({ ctx, query: { q, limit } }) => {
    const drafts = ctx.can('posts.read');
    return { status: 200, body: answer.parse(await searchPosts(ctx, q, { limit, drafts })) };
  },
});
