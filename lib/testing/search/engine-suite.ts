import type { Sql } from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  SearchContext,
  SearchEngine,
  SearchFindings,
  SearchHit,
} from '../../search/search-engine';
import { readSearchText } from '../../search/search-text';
import { skipWithout } from '../skip-without';
import { corpus, foreignCorpus } from './corpus';
import { plantPosts } from './plant-posts';

/** A tenant to plant posts in, and its context. */
export interface EngineTenant {
  id: string;
  authorId: string;
  ctx: unknown;
}

/** What an engine's suite runs against. */
export interface EngineWorld {
  engine: SearchEngine;
  owner: Sql;
  acme: EngineTenant;
  globex: EngineTenant;
  /** Returns once the engine knows of what was written before. */
  settle(): Promise<void>;
}

/**
 * What every search engine must do, whatever it is. It compares which posts are found and which is
 * the first, never scores.
 *
 * @param world - called within the tests, once it is there.
 * @param missing - why the engine cannot be had; the tests are then skipped.
 */
export function describeEngine(
  name: string,
  world: () => EngineWorld,
  missing: string | null = null,
): void {
  const find = async (
    typed: string,
    { tenant = world().acme, drafts = false, limit = 20 } = {},
  ): Promise<SearchFindings> => {
    const text = readSearchText(typed);
    if (!text) throw new Error(`There is nothing to look for in ${typed}.`);
    return world().engine.search(tenant.ctx as SearchContext, { ...text, drafts, limit });
  };
  const slugs = async (typed: string, options = {}) =>
    (await find(typed, options)).hits.map(({ slug }) => slug);
  const hit = async (typed: string, slug: string) =>
    (await find(typed)).hits.find((one) => one.slug === slug) as SearchHit;

  describe(`the contract of engines: ${name}`, () => {
    skipWithout(missing);
    beforeAll(async () => {
      if (missing !== null) return;
      const { owner, acme, globex, settle } = world();
      await owner`delete from posts`;
      await plantPosts(owner, acme, corpus);
      await plantPosts(owner, globex, foreignCorpus);
      await settle();
    });

    test('finds a word in title, description and text, the title first', async () => {
      expect(await slugs('anvil')).toEqual(['anvils', 'told', 'deep']);
    });

    test.each([
      ['a stem', 'running', 'run-far'],
      ['another form of the word', 'databases', 'choosing'],
      ['the beginning of the last word', 'choosing a datab', 'choosing'],
      ['the beginning of a longer form', 'runni', 'run-far'],
      ['a word without its accent', 'cafe', 'accents'],
      ['a word with its accent', 'CAFÉ', 'accents'],
      ['parts of a compound', 'row level', 'row-level'],
      ['part of a name with underscores', 'tenant_id', 'deep'],
      ['a word with an apostrophe', "o'brien", 'accents'],
      ['Chinese signs in the midst', '天气', 'weather'],
      ['Hebrew', 'שלום', 'hebrew'],
      ['a letter that is missing in the title', 'databse', 'choosing'],
      ['two letters that were swapped', 'weahter', 'weather'],
      ['a number', '4180', 'told'],
    ])('finds %s: %s', async (_what, typed, slug) => {
      expect(await slugs(typed)).toContain(slug);
    });

    test('puts a phrase before its words, in titles and in texts', async () => {
      expect((await slugs('level security'))[0]).toBe('row-level');
      expect((await slugs('portable holes'))[0]).toBe('holes');
    });

    test('needs every word', async () => {
      expect(await slugs('anvil unheardof')).toEqual([]);
      expect(await slugs('unheardof')).toEqual([]);
    });

    test('shows drafts to staff alone, and nobody what is in the trash', async () => {
      expect(await slugs('unfinished')).toEqual([]);
      expect(await slugs('unfinished', { drafts: true })).toEqual(['draft']);
      expect(await slugs('thrown', { drafts: true })).toEqual([]);
    });

    test('finds nothing of another tenant', async () => {
      expect(await slugs('globexian')).toEqual([]);
      expect(await slugs('globexian', { tenant: world().globex })).toEqual(['anvils']);
      const { hits } = await find('anvil', { tenant: world().globex, drafts: true });
      expect(hits.map(({ title }) => title)).toEqual(['Globexian anvils']);
    });

    test('counts what it found, and gives no more than it was asked for', async () => {
      const { total, hits } = await find('anvil', { limit: 1 });
      expect([total, hits.length]).toEqual([3, 1]);
      expect((await find('common', { limit: 5 })).hits).toHaveLength(5);
    });

    test('marks what it found, and everything else is text', async () => {
      const { highlight } = await hit('anvil', 'anvils');
      expect(highlight.title).toBe('Why we weigh every <mark>anvil</mark> twice');
      const hostile = await hit('hostile', 'hostile');
      expect(hostile.highlight.title).toBe(
        '<mark>Hostile</mark> &lt;img src=x onerror=alert(1)&gt; &amp; co',
      );
      expect(hostile.highlight.body).not.toMatch(/<(?!\/?mark>)/);
      expect(hostile.highlight.body).toContain('<mark>');
    });

    test('shows where in a long text it was found', async () => {
      const { highlight } = await hit('tenant_id', 'deep');
      expect(highlight.body).toContain('<mark>tenant');
      expect(highlight.body.length).toBeLessThan(600);
      const { highlight: prefix } = await hit('anv', 'told');
      expect(prefix.body).toContain('<mark>anvil</mark>');
    });

    test('shows what a post is about where the title alone was found', async () => {
      const { highlight } = await hit('choosing', 'choosing');
      expect(highlight.body).toBe('What we looked at, and what we chose.');
    });

    test.each(['%', '_', "'", '"', '\\', '-', '"" -', ':*', '!!', '( | & )', '<->', "'); drop--"])(
      'takes %s in its stride',
      async (signs) => {
        const { hits } = await find(`anvil ${signs}`);
        expect(Array.isArray(hits)).toBe(true);
        expect(await slugs(`${signs}unheardof`)).toEqual([]);
      },
    );
  });
}
