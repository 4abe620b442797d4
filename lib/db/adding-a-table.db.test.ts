import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScratchFolder, removeScratchFolder } from '../cli/testing-steps/scratch-folder.mjs';
import { type TestDatabase, testDatabase } from '../testing/database';
import { projectRoot } from '../testing/project-root';

const run = promisify(execFile);

// The six steps of the README, followed in a copy of the project, each as a person would do it.
let copy: string;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  copy = makeScratchFolder();
  for (const name of ['lib', 'drizzle', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(projectRoot, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(async () => {
  await database.drop();
  await removeScratchFolder(copy);
});

const write = (file: string, source: string) => {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), source);
};

const things = `import { text } from 'drizzle-orm/pg-core';
import { tenantTable, tenantUnique } from '../../tenant-table';

/** Things of a tenant. */
export const things = tenantTable('things', { name: text().notNull() }, (table) => [
  tenantUnique('things_name_key', table, table.name),
]);
`;

const addThing = `import { things } from '../db/schema/tenant';
import type { TenantContext } from '../tenancy/tenant';

/** Writes a thing and gives the names of all of them. */
export async function addThing(ctx: TenantContext, name: string): Promise<string[]> {
  await ctx.db.write((tx) => tx.insert(things).values({ name }));
  const rows = await ctx.db.read((tx) => tx.select({ name: things.name }).from(things));
  return rows.map((row) => row.name);
}
`;

/** Step 6 and the proof: every tenant gets one, and sees that one. */
const proof = `import postgres from 'postgres';
import { inspectCatalog } from './lib/db/catalog/inspect-catalog';
import { createAppClient } from './lib/db/client';
import { migrateDatabase } from './lib/db/migrate';
import { openOwnerClient } from './lib/db/owner-client';
import { scopedDb } from './lib/db/scoped-db';
import { makeTenant } from './lib/testing/make-tenant';
import { addThing } from './lib/things/add-thing';

const owner = openOwnerClient();
const client = createAppClient(process.env.DATABASE_URL ?? '');
const applied = await migrateDatabase(process.env.DATABASE_OWNER_URL ?? '');
const faults = await inspectCatalog(owner);
const seen: Record<string, string[]> = {};
for (const slug of ['acme', 'globex']) {
  const { id } = await makeTenant(owner, slug);
  seen[slug] = await addThing({ db: scopedDb(id, undefined, client) } as never, slug + ' thing');
}
const [all] = await owner\`select count(*)::int as n from things\`;
console.log(JSON.stringify({ applied, faults, seen, all: all?.n }));
await Promise.all([owner.end(), client.end()]);
`;

test('a tenant table is added in six steps, and is scoped and guarded', async () => {
  write('lib/db/schema/tenant/things.ts', things);
  const index = path.join(copy, 'lib/db/schema/tenant/index.ts');
  writeFileSync(index, `${readFileSync(index, 'utf8')}export { things } from './things';\n`);
  await run('npm', ['run', 'db:generate', '--', '--name', 'things'], { cwd: copy });
  const journal = JSON.parse(readFileSync(`${copy}/drizzle/tenant/meta/_journal.json`, 'utf8'));
  const { tag } = journal.entries.at(-1);
  expect(tag).toMatch(/_things$/);
  expect(readFileSync(`${copy}/drizzle/tenant/${tag}.sql`, 'utf8')).toContain(
    'ALTER TABLE "things" FORCE ROW LEVEL SECURITY;',
  );

  write('lib/things/add-thing.ts', addThing);
  write('proof.ts', proof);
  const { stdout } = await run(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'proof.ts'],
    {
      cwd: copy,
      env: {
        ...process.env,
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        LOG_FILE: 'off',
      },
    },
  );
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    applied: [`pool/${tag}`],
    faults: [],
    seen: { acme: ['acme thing'], globex: ['globex thing'] },
    all: 2,
  });
});

test('nothing of it can be read past the first wall', async () => {
  const sql = postgres(database.appUrl, { max: 1 });
  expect(await sql`select * from things`).toEqual([]);
  await sql.end();
});
