import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { makeTenant } from '../../testing/make-tenant';
import { projectRoot } from '../../testing/project-root';
import { hasTerminal, tenantInTerminal } from '../../testing/terminal';

let database: TestDatabase;
let owner: Sql;
let environment: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'tenantry-shell-'));
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  for (const slug of ['acme', 'globex']) await makeTenant(owner, slug);
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  environment = { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR: folder, LOG_FILE: 'off' };
});
beforeEach(() => owner`delete from platform.events`);
afterAll(async () => {
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command as a process of its own, with something piped in. */
function tenant(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts', ...args];
  const child = spawn(process.execPath, node, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.err += part;
  });
  child.stdin.end(input);
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code: code ?? -1, ...said })),
  );
}
const events = () => owner`
  select e.type, t.slug, e.actor_name as actor, e.payload ->> 'label' as label
  from platform.events e left join platform.tenants t on t.id = e.tenant_id order by e.id`;

describe('a shell', () => {
  test('takes lines that are piped in, knows its tenant alone, and is on record', async () => {
    const lines = [
      'const made = await scoped(tags).create({ slug: "news", name: "News" })',
      '(await db.read((tx) => tx.select().from(authors))).map((one) => one.name)',
      'tenant.slug + " has " + (await scoped(tags).list()).rows.length + " tag"',
      'const twice = (n) => {',
      '  return 2 * n }',
      'twice(21)',
      'current',
      '.exit',
    ];
    const { code, out, err } = await tenant(['shell', '--tenant', 'acme'], lines.join('\n'));
    expect(err).toBe('');
    expect(out).toContain("[ 'acme' ]");
    expect(out).toContain("'acme has 1 tag'");
    expect(out).toMatch(/tag'\n42\nUncaught ReferenceError: current is not defined/);
    expect(code).toBe(0);
    expect(await events()).toEqual([
      { type: 'platform.entered', slug: null, actor: '', label: 'shell in acme: no reason given' },
      { type: 'command.wrote', slug: 'acme', actor: 'command line', label: lines[0] },
    ]);
  });

  test('goes on after a fault, and ends where its input does', async () => {
    const lines =
      'throw new Error("mine")\nawait db.write(async () => { throw new Error("no") })\n1 + 1';
    const { code, out } = await tenant(
      ['shell', '--tenant', 'globex', '--reason', 'a test'],
      lines,
    );
    expect(out).toContain('mine');
    expect(out.trim().endsWith('2')).toBe(true);
    expect(code).toBe(0);
    // What was rolled back has left nothing.
    expect((await events()).map(({ label }) => label)).toEqual(['shell in globex: a test']);
  });

  test('of nobody does not open', async () => {
    const { code, err } = await tenant(['shell', '--tenant', 'nobody'], '1');
    expect([code, err]).toEqual([1, 'error: There is no tenant "nobody".\n']);
    expect(await events()).toEqual([]);
  });

  test.skipIf(!hasTerminal)(
    'shows where one is, remembers lines, and leaves on Ctrl-D',
    async () => {
      const args = ['shell', '--tenant', 'acme', '--reason', 'a test'];
      const person = tenantInTerminal(args, environment);
      await person.sees('You are ACME (acme).');
      await person.sees('acme> ');
      person.type('tenant.slug.length + 100\r');
      await person.sees('104');
      person.type('\u0004');
      expect(await person.ends()).toBe(0);
      expect(readFileSync(join(folder, 'shell-history'), 'utf8')).toContain('tenant.slug.length');
    },
  );
});

describe('exec', () => {
  const script = (text: string) => {
    const file = join(folder, `script-${crypto.randomUUID()}.ts`);
    writeFileSync(file, text);
    return file;
  };
  test('runs a module with ctx and what stands behind it', async () => {
    const file =
      script(`export default async (ctx: { tenant: { slug: string } }, args: string[]) => {
      console.log(ctx.tenant.slug, args.join('+'));
    };`);
    const { code, out } = await tenant(['exec', '--tenant', 'acme', '--', file, 'a', '--b']);
    expect([code, out]).toEqual([0, 'acme a+--b\n']);
    expect((await events())[0]?.label).toMatch(/^exec script-.*\.ts in acme: no reason given$/);
  });
  test.each([
    ['export const x = 1;', 'has no function for a default export'],
    ['export default () => { throw new Error("its own fault") };', 'error: its own fault'],
  ])('%s fails', async (text, message) => {
    const { code, err } = await tenant(['exec', '--tenant', 'acme', '--', script(text)]);
    expect(err).toContain(message);
    expect(code).toBe(1);
  });
});
