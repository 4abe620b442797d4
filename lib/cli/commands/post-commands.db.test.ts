import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';
import { makeTenant } from '../../testing/make-tenant';

let trial: CliTrial;
let owner: Sql;
let folder: string;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
  for (const slug of ['acme', 'globex']) await makeTenant(owner, slug);
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});
beforeEach(async () => {
  await owner`delete from posts`;
  folder = await mkdtemp(path.join(tmpdir(), 'tenantry-posts-'));
  return () => rm(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const posts = (...args: string[]) => trial.run(['posts', ...args, '--no-input']);
const bring = (...args: string[]) => posts('import', '--tenant', 'acme', ...args);
async function put(name: string, text: string) {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
}

test('a folder is checked, imported once, and then unchanged', async () => {
  await put('in/a.md', '---\ntitle: A\ntags: x\nlayout: y\n---\nHello');
  await put('in/deep/2024-05-01-b.markdown', '---\ntitle: B\n---\n');
  await put('in/.hidden/c.md', '---\ntitle: C\n---\n');
  const args = ['--from', at('in'), '--author', 'writer'];
  const check = await bring(...args, '--dry-run');
  expect([check.code, check.out]).toEqual([
    0,
    'a.md: would be added\n  Left out: layout.\n  Makes the topics: x.\n' +
      'deep/2024-05-01-b.markdown: would be added\n2 would be added\n',
  ]);
  expect(await owner`select from posts`).toHaveLength(0);
  expect((await bring(...args)).out).toContain('\n2 added\n');
  expect((await bring(...args)).out).toContain('\n2 unchanged\n');
  const rows = await owner`select slug, status from posts order by slug`;
  expect(rows).toMatchObject([
    { slug: 'a', status: 'draft' },
    { slug: 'b', status: 'published' },
  ]);
  const [event] = await owner`
    select actor_name from platform.events where type = 'post.created' limit 1`;
  expect(event?.actor_name).toBe('command line');
});

test('what is refused is said with its line, ends with 1, and keeps nobody else out', async () => {
  await put('in/bad.md', '---\ntitle: A\nstatus: live\n---\n');
  await put('in/good.md', '---\ntitle: Good\n---\n');
  const { code, out, err } = await bring('--from', at('in'), '--author', 'writer', '--json');
  expect(code).toBe(1);
  expect(err).toMatch(/^error: 1 file was refused\.\n$/m);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ dryRun: false, leftOut: 0 });
  expect(told.items).toMatchObject([
    { name: 'bad.md', outcome: 'refused', faults: [{ line: 3 }] },
    { name: 'good.md', outcome: 'new', slug: 'good' },
  ]);
});

test('posts go from one tenant to another in an archive, and back into a folder', async () => {
  await put('in/a.md', '---\ntitle: A\nauthor: writer\ntags: [One, Two]\n---\n\nBody\n');
  await bring('--from', at('in'));
  const out = await posts('export', '--tenant', 'acme', '--to', at('out.zip'));
  expect(out.out).toBe(`1 post written to ${at('out.zip')}\n`);
  expect(await readdir(folder)).toEqual(['in', 'out.zip']);
  const over = await posts('import', '--tenant', 'globex', '--from', at('out.zip'), '--json');
  expect(JSON.parse(over.out).items).toMatchObject([{ outcome: 'new', name: 'a.md' }]);
  await posts('export', '--tenant', 'globex', '--to', at('out'));
  const text = await readFile(at('out/a.md'), 'utf8');
  expect(text).toBe(
    '---\ntitle: "A"\nslug: "a"\ndescription: ""\nstatus: draft\nauthor: "writer"\n' +
      'tags:\n  - "One"\n  - "Two"\n---\n\nBody\n',
  );
  expect((await bring('--from', at('out'))).out).toContain('1 unchanged');
});

test.each([
  [
    ['import', '--tenant', 'acme', '--from', '/no/such/place'],
    'There is nothing at /no/such/place',
  ],
  [['import', '--tenant', 'nobody', '--from', '.'], 'There is no tenant "nobody".'],
  [['import', '--tenant', 'acme'], '--from is missing'],
  [['export', '--tenant', 'acme', '--to', '.'], '. is not empty.'],
  [['export', '--tenant', 'acme', '--to', 'no-such-folder/x.zip'], 'ENOENT'],
])('%j fails and says why', async (args, message) => {
  const { code, err } = await posts(...args);
  expect(err).toContain(message);
  expect(code).toBe(1);
});

test('nothing that is there is written over', async () => {
  await put('there.zip', 'mine');
  const { err } = await posts('export', '--tenant', 'acme', '--to', at('there.zip'));
  expect(err).toContain('is there already');
  expect(await readFile(at('there.zip'), 'utf8')).toBe('mine');
  await put('in/a.md', '---\ntitle: A\n---\n');
  const nobody = await bring('--from', at('in'), '--author', 'nobody');
  expect(nobody.err).toContain('There is no author "nobody".');
});
