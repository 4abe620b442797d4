import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  oneof,
  record,
  string,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postsResource } from '../resources/posts';
import { tagsResource } from '../resources/tags';
import { exportPosts } from './export-posts';
import { beginImport, importPosts } from './import-posts';
import { packArchive } from './pack-archive';
import { readUploads } from './read-uploads';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());

const nasty = constantFrom(
  '---',
  '\n---\n',
  '\r\n',
  '\uFEFF',
  '\u0085',
  '"',
  '\\',
  ': ',
  '# ',
  'ß',
  '👩‍👧',
);
const text = array(oneof(nasty, string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((one) => !/[\0\p{Surrogate}]/u.test(one));
const title = text.map((one) =>
  `a${one}`
    .trim()
    .slice(0, 150)
    .replace(/\p{Surrogate}$/u, ''),
);
const post = record({
  title,
  description: text,
  body: text,
  published: boolean(),
  tags: array(title, { maxLength: 3 }),
});

test('what is exported is imported as unchanged, whatever it says', async () => {
  const { owner, acme } = tenants;
  await assert(
    asyncProperty(array(post, { minLength: 1, maxLength: 8 }), async (given) => {
      await owner`delete from posts`;
      await owner`delete from tags`;
      for (const { published, tags, ...values } of given) {
        const ids = [];
        for (const name of new Set(
          tags.map((tag) =>
            tag
              .slice(0, 40)
              .replace(/\p{Surrogate}$/u, '')
              .trim(),
          ),
        )) {
          ids.push((await createRecord(acme.ctx, tagsResource, { name })).id);
        }
        const status = published ? 'published' : 'draft';
        await createRecord(acme.ctx, postsResource, {
          ...values,
          status,
          authorId: acme.authorId,
          tags: ids,
        });
      }
      const archive = await new Response(await packArchive(exportPosts(acme.ctx))).blob();
      const { files, refused } = await readUploads([
        { name: 'posts.zip', size: archive.size, open: async () => archive },
      ]);
      expect(refused).toEqual([]);
      expect(files).toHaveLength(given.length);
      const options = { dryRun: false, onConflict: 'replace', authorId: null } as const;
      const reports = await importPosts(await beginImport(acme.ctx, options), files);
      const odd = reports.filter(({ outcome }) => outcome !== 'unchanged');
      expect(odd).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('what search engines are told and when it ends comes back too', async () => {
  const { owner, acme } = tenants;
  await owner`delete from posts`;
  const seo = {
    seoTitle: 'For engines',
    seoDescription: 'Short: yes',
    canonicalUrl: 'https://a.example/x',
  };
  const values = { title: 'T', authorId: acme.authorId, status: 'published', ...seo };
  await createRecord(acme.ctx, postsResource, {
    ...values,
    unpublishAt: '2099-01-02T03:04:05.678Z',
  });
  const { value: file } = await exportPosts(acme.ctx).next();
  const run = async () =>
    importPosts(
      await beginImport(acme.ctx, {
        dryRun: false,
        onConflict: 'replace',
        authorId: acme.authorId,
      }),
      file ? [file] : [],
    );
  expect((await run()).map(({ outcome }) => outcome)).toEqual(['unchanged']);
  await owner`delete from posts`;
  expect((await run()).map(({ outcome }) => outcome)).toEqual(['new']);
  const [row] =
    await owner`select seo_title, seo_description, canonical_url, unpublish_at from posts`;
  expect(row).toMatchObject({ seo_title: seo.seoTitle, seo_description: seo.seoDescription });
  expect(row).toMatchObject({ canonical_url: seo.canonicalUrl });
  expect(row?.unpublish_at.toISOString()).toBe('2099-01-02T03:04:05.678Z');
});

test('a cover comes back by its address, by its name elsewhere, and never another tenant’s', async () => {
  const { owner, acme, globex } = tenants;
  await owner`delete from posts`;
  const pictures: string[] = [];
  for (const { id } of [acme, globex]) {
    const [row] = await owner`
      insert into media (tenant_id, file_name, content_type, bytes, stored_bytes, width, height, sha256)
      values (${id}, 'Field.jpg', 'image/jpeg', 1, 1, 9, 9, ${id}) returning id`;
    pictures.push(row?.id);
  }
  const [own, theirs] = pictures;
  const values = { title: 'T', authorId: acme.authorId, status: 'published', coverId: own };
  await createRecord(acme.ctx, postsResource, values);
  const { value: file } = await exportPosts(acme.ctx).next();
  expect(file?.text).toContain(`cover: "/media/${own}/Field.jpg"`);
  const idOf = async (name: string) =>
    (await owner`select id from media where file_name = ${name}`)[0]?.id;
  const coverAfter = async (cover: string) => {
    await owner`delete from posts`;
    const options = { dryRun: false, onConflict: 'skip', authorId: acme.authorId } as const;
    const text = file?.text.replace(/^cover: .*$/m, `cover: ${cover}`) ?? '';
    const [report] = await importPosts(await beginImport(acme.ctx, options), [
      { name: 'a.md', text },
    ]);
    const [row] = await owner`select cover_id from posts`;
    return [row?.cover_id, ...(report?.notes ?? [])];
  };
  const lost = (name: string) =>
    `The cover “${name}” is no picture of the library, and is left out.`;
  expect(await coverAfter(`/media/${own}/Field.jpg`)).toEqual([own]);
  expect(await coverAfter('https://old.example/images/field.jpg?w=3')).toEqual([own]);
  expect(await coverAfter(`/media/${theirs}/x`)).toEqual([null, lost(`/media/${theirs}/x`)]);
  expect(await coverAfter('elsewhere.png')).toEqual([null, lost('elsewhere.png')]);
  await owner`
    insert into media (tenant_id, file_name, content_type, bytes, stored_bytes, width, height, sha256)
    values (${acme.id}, 'field.jpg', 'image/jpeg', 1, 1, 9, 9, 'another'),
      (${acme.id}, 'Far-away.jpg', 'image/jpeg', 1, 1, 9, 9, 'far')`;
  expect(await coverAfter('"static/Far away.jpeg"')).toEqual([await idOf('Far-away.jpg')]);
  expect(await coverAfter(`/media/${own}/Field.jpg`), 'by its address all the same').toEqual([own]);
  expect(await coverAfter('field.jpg'), 'two of one name').toEqual([null, lost('field.jpg')]);
});

test('many posts are exported page by page, those of a filter alone where one is given', async () => {
  const { owner, acme, globex } = tenants;
  await owner`delete from posts`;
  for (const { id, authorId } of [acme, globex]) {
    await owner`
      insert into posts (tenant_id, author_id, slug, title, status, published_at)
      select ${id}, ${authorId}, 'post-' || n, 'Post ' || n, 'published', now()
      from generate_series(1, 120) n`;
  }
  const names = new Set<string>();
  for await (const { name } of exportPosts(acme.ctx)) names.add(name);
  expect(names.size).toBe(120);
});
