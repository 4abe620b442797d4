import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRecord } from '../../resources/create-record';
import type { SuiteTenant } from '../../resources/testing/suite-world';
import { updateRecord } from '../../resources/update-record';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postsResource } from '../resources/posts';
import { beginImport, type ImportItem, type ImportOptions, importPosts } from './import-posts';

let tenants: TwoTenants;
let owner: Sql;
let acme: SuiteTenant;
beforeAll(async () => {
  tenants = await openTwoTenants();
  ({ owner, acme } = tenants);
});
afterAll(() => tenants.close());
beforeEach(async () => {
  await owner`delete from posts`;
  await owner`delete from tags`;
  await owner`delete from revisions`;
  await owner`update platform.quotas set most = null, used = 0 where name = 'posts'`;
});

const file = (name: string, ...lines: string[]): ImportItem => ({
  ...{ name, text: `---\n${lines.join('\n')}\n---\n\nBody of ${name}` },
});
const hello = (...lines: string[]) => file('hello.md', 'title: Hello', ...lines);

async function bring(items: ImportItem[], options: Partial<ImportOptions> = {}, ctx = acme.ctx) {
  const given = { dryRun: false, onConflict: 'skip', authorId: acme.authorId, ...options } as const;
  return importPosts(await beginImport(ctx, given), items);
}
const outcomes = async (...given: Parameters<typeof bring>) =>
  (await bring(...given)).map(({ outcome }) => outcome);
const words = async (...given: Parameters<typeof bring>) =>
  (await bring(...given)).flatMap(({ faults }) => faults.map(({ message }) => message));
const stored = () => owner`
  select slug, title, body, status, version from posts where deleted_at is null order by slug`;

describe('a check', () => {
  test('says what would be, and writes nothing', async () => {
    await bring([hello('slug: there')]);
    const items = [
      file('new.md', 'title: New', 'tags: [Fresh]', 'layout: x'),
      hello('slug: there'),
      file('other.md', 'title: Other', 'slug: there2', 'status: nonsense'),
    ];
    const reports = await bring(items, { dryRun: true });
    expect(reports.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['new.md', 'new'],
      ['hello.md', 'unchanged'],
      ['other.md', 'refused'],
    ]);
    expect(reports[0]?.notes).toEqual(['Left out: layout.', 'Makes the topics: Fresh.']);
    expect(await stored()).toHaveLength(1);
    expect(await owner`select from tags`).toHaveLength(0);
  });

  test('foresees what the engine would refuse, in its words', async () => {
    const items = [
      file('long.md', `title: ${'x'.repeat(400)}`),
      file('slug.md', 'title: T', 'slug: "No Slug!"'),
      file('none.md', 'title: T'),
      { name: 'nul.md', text: '---\ntitle: T\n---\n\n\0' },
      { name: 'big.md', text: `---\ntitle: T\n---\n${'x'.repeat(300_001)}` },
      file('soon.md', 'title: T', 'status: scheduled'),
    ];
    const checked = await words(items, { dryRun: true });
    expect(checked).toEqual([
      expect.stringContaining('Title has at most'),
      'Slug is small letters, digits and single hyphens.',
      'Body holds a sign that cannot be stored.',
      'Body has at most 300,000 characters.',
      'Say when it is to be published.',
    ]);
    expect(await words(items)).toEqual(checked);
    expect((await stored()).map(({ slug }) => slug)).toEqual(['none']);
  });

  test('counts what would be too many', async () => {
    await owner`
      update platform.quotas set most = 2, follows_default = false
      where tenant_id = ${acme.id} and name = 'posts'`;
    const items = ['a', 'b', 'c'].map((name) => file(`${name}.md`, `title: ${name}`));
    expect(await outcomes(items, { dryRun: true })).toEqual(['new', 'new', 'refused']);
    const run = { dryRun: true, onConflict: 'skip', authorId: acme.authorId, taken: 1 } as const;
    const later = await importPosts(await beginImport(acme.ctx, run), items);
    expect(later.map(({ outcome }) => outcome)).toEqual(['new', 'refused', 'refused']);
    const reports = await bring(items);
    expect(reports.at(-1)?.faults[0]?.message).toContain('The limit of posts is reached: 2 of 2.');
    expect(await stored()).toHaveLength(2);
  });
});

describe('an import', () => {
  test('makes posts with their topics, and again finds nothing to do', async () => {
    const items = [
      file('2024-05-01-one.md', 'title: One', 'tags: News, Déjà vu'),
      file('two.md', 'title: Two', 'tags: [news]', 'draft: true', 'author: Writer'),
    ];
    expect(await outcomes(items)).toEqual(['new', 'new']);
    expect(await stored()).toMatchObject([
      { slug: 'one', status: 'published', body: 'Body of 2024-05-01-one.md' },
      { slug: 'two', status: 'draft' },
    ]);
    const tags = await owner`select slug, name from tags order by slug`;
    expect(tags.map(({ slug }) => slug)).toEqual(['deja-vu', 'news']);
    for (const onConflict of ['skip', 'replace', 'copy'] as const) {
      expect(await outcomes(items, { onConflict })).toEqual(['unchanged', 'unchanged']);
    }
  });

  test('brings a post whole or not at all, its topics too', async () => {
    const many = Array.from({ length: 3 }, (_, n) => `t${n}`).join(', ');
    const item = file('bad.md', 'title: Bad', `tags: ${many}, ${'y'.repeat(90)}`);
    expect(await outcomes([item])).toEqual(['refused']);
    expect(await stored()).toHaveLength(0);
    expect(await owner`select from tags`).toHaveLength(0);
  });

  test('leaves, replaces with history, or copies what says something else', async () => {
    await bring([hello('description: First')]);
    const changed = hello('description: Second');
    expect(await outcomes([changed])).toEqual(['skipped']);
    expect(await outcomes([changed], { onConflict: 'copy' })).toEqual(['copied']);
    expect(await outcomes([changed], { onConflict: 'copy' })).toEqual(['unchanged']);
    const [report] = await bring([changed], { onConflict: 'replace' });
    expect(report).toMatchObject({ outcome: 'replaced', notes: ['Differs in: description.'] });
    expect((await stored()).map(({ slug, version }) => [slug, version])).toEqual([
      ['hello', 2],
      ['hello-2', 1],
    ]);
    expect(await owner`select from revisions where version = 1`).toHaveLength(1);
    expect(await outcomes([changed], { onConflict: 'replace' })).toEqual(['unchanged']);
  });

  test('does not write over what somebody saved since the check', async () => {
    await bring([hello()]);
    const changed = hello('description: Mine');
    const [check] = await bring([changed], { dryRun: true, onConflict: 'replace' });
    await updateRecord(acme.ctx, postsResource, check?.id ?? '', null, { title: 'Theirs' });
    const [late] = await bring([{ ...changed, version: check?.version }], {
      onConflict: 'replace',
    });
    expect(late?.outcome).toBe('refused');
    expect(late?.faults[0]?.message).toContain('has changed this post');
    expect(await stored()).toMatchObject([{ title: 'Theirs' }]);
  });

  test('does not write over what somebody made since the check', async () => {
    const [check] = await bring([hello()], { dryRun: true, onConflict: 'replace' });
    expect(check).toMatchObject({ outcome: 'new', version: null });
    await bring([hello('description: Theirs')]);
    const [late] = await bring([{ ...hello('description: Mine'), version: check?.version }], {
      onConflict: 'replace',
    });
    expect(late?.outcome).toBe('refused');
    expect(late?.faults[0]?.message).toContain('made this post since the check');
    expect(await stored()).toHaveLength(1);
  });

  test('takes one of two files with the same slug', async () => {
    const twice = [hello(), file('b/hello.md', 'title: Other')];
    expect(await words(twice)).toEqual(['“hello.md” of this import has the same slug, hello.']);
  });

  test('gives posts of unknown authors to the chosen one, or refuses them', async () => {
    const item = hello('author: Somebody Else');
    const [report] = await bring([item]);
    expect(report?.notes[0]).toContain('No author is called “Somebody Else”');
    const other = file('x.md', 'title: X', 'author: Somebody Else');
    expect((await words([other], { authorId: null }))[0]).toContain('no author who is known');
    const theirs = tenants.globex.authorId;
    await expect(bring([item], { authorId: theirs })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

test('who may not write posts imports none, and who may make no topics is told', async () => {
  const only = (...rights: string[]) => ({
    ...acme.ctx,
    can: (one: string) => rights.includes(one),
  });
  await expect(bring([hello()], {}, only('posts.read'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const told = await words([hello('tags: x')], {}, only('posts.write', 'posts.read'));
  expect(told).toEqual(['There is no topic “x”, and you may not make one.']);
});

test('nothing of another tenant is found, replaced or named', async () => {
  const { globex } = tenants;
  const theirs = { title: 'Theirs', slug: 'hello', authorId: globex.authorId };
  await createRecord(globex.ctx, postsResource, theirs);
  expect(await outcomes([hello()], { onConflict: 'replace' })).toEqual(['new']);
  const rows = await owner`select title from posts where tenant_id = ${globex.id}`;
  expect(rows).toMatchObject([{ title: 'Theirs' }]);
});
