import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { completePlatformMigration, completeTenantMigration } from './complete-migration';

const cli = 'node_modules/drizzle-kit/bin.cjs';

const sets = [
  { name: 'platform', complete: completePlatformMigration },
  { name: 'tenant', complete: completeTenantMigration },
];

// `npm run db:generate -- --name add_things`: compares the schema with the last snapshot and writes
// what is missing. Needs no database.
for (const { name, complete } of sets) {
  const args = [cli, 'generate', '--config', `drizzle/${name}.config.ts`, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const files = readdirSync(`drizzle/${name}`).filter((file) => file.endsWith('.sql'));
  for (const file of files) completeFile(`drizzle/${name}/${file}`, complete);
}

function completeFile(path: string, complete: (source: string) => string): void {
  const source = readFileSync(path, 'utf8');
  const completed = complete(source);
  if (completed !== source) writeFileSync(path, completed);
}
