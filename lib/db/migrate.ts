import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { checkJournal, type JournalEntry, pendingMigrations } from './migration-journal';
import { extensionsSchema, platformSchema, poolSchema } from './roles';
import { tellMigrated } from './tell-migrated';

// Any constant serves; two migrators of one database must agree on it.
const migrationLock = 7_316_204_411n;

interface MigrationSet {
  folder: string;
  schema: string;
}

const platformSet: MigrationSet = { folder: 'drizzle/platform', schema: platformSchema };
/** Which tables to bring up to date (S1.18, S1.19). Tenant tables need the shared ones first. */
export type MigrationPart = 'all' | 'shared' | 'tenant';

const poolSet: MigrationSet = { folder: 'drizzle/tenant', schema: poolSchema };
const setsOf = { all: [platformSet, poolSet], shared: [platformSet], tenant: [poolSet] };

/**
 * Brings a database up to date: platform tables first, then the tenant tables of the shared schema.
 * Safe to run from several places at once: one does the work, the others wait and find it done.
 *
 * @param ownerUrl - address signed in as the owner role.
 * @param onProgress - told the name of each migration once it is applied.
 * @returns the names applied.
 * @throws Error when the journal is out of order or an applied file was changed, and when a role is
 *   missing that `tenant db-setup` makes.
 */
export async function migrateDatabase(
  ownerUrl: string,
  onProgress: (name: string) => void = () => {},
  part: MigrationPart = 'all',
): Promise<string[]> {
  const sets = setsOf[part];
  const applied: string[] = [];
  // The lock has a connection of its own: it must outlive the transactions of the migrator.
  const guard = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await guard`select pg_advisory_lock(${String(migrationLock)}::bigint)`;
    for (const set of sets) {
      const names = await migrateSet(ownerUrl, set);
      names.forEach(onProgress);
      applied.push(...names);
    }
    if (part !== 'shared') await tellMigrated(guard);
  } finally {
    await guard.end({ timeout: 5 });
  }
  return applied;
}

/** A migration of this release. */
export interface KnownMigration {
  /** Schema and file, as in `platform/0001_walls`. */
  name: string;
  isApplied: boolean;
}

/**
 * Lists the migrations of this release in the order they are applied.
 *
 * @param sql - signed in as the owner role.
 * @throws Error when the journal is out of order or an applied file was changed.
 */
export async function listMigrations(
  sql: Sql,
  part: MigrationPart = 'all',
): Promise<KnownMigration[]> {
  const known: KnownMigration[] = [];
  for (const set of setsOf[part]) {
    const journal = readJournal(set.folder);
    checkJournal(set.folder, journal);
    const hashes = await appliedHashes(sql, `migrations__${set.schema}`);
    const pending = new Set(pendingMigrations(set.folder, journal, hashes));
    for (const entry of journal)
      known.push({ name: `${set.schema}/${entry.tag}`, isApplied: !pending.has(entry) });
  }
  return known;
}

/** Says which of them are missing, without applying any. @throws as `listMigrations` does. */
export async function listPending(sql: Sql, part: MigrationPart = 'all'): Promise<string[]> {
  const known = await listMigrations(sql, part);
  return known.filter(({ isApplied }) => !isApplied).map(({ name }) => name);
}

async function migrateSet(ownerUrl: string, set: MigrationSet): Promise<string[]> {
  const journal = readJournal(set.folder);
  checkJournal(set.folder, journal);
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { search_path: `${set.schema}, ${extensionsSchema}` },
  });
  const table = `migrations__${set.schema}`;
  try {
    const hashes = await appliedHashes(sql, table);
    const pending = pendingMigrations(set.folder, journal, hashes);
    if (pending.length > 0) {
      await migrate(drizzle(sql), {
        migrationsFolder: path.resolve(set.folder),
        migrationsSchema: platformSchema,
        migrationsTable: table,
      }).catch(throwCause);
    }
    return pending.map((entry) => `${set.schema}/${entry.tag}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What PostgreSQL said stands behind the whole text of the statement. */
function throwCause(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw cause instanceof Error ? new Error(cause.message, { cause: error }) : error;
}

async function appliedHashes(sql: Sql, table: string): Promise<string[]> {
  const [exists] =
    await sql`select to_regclass(${`${platformSchema}.${table}`}) is not null as yes`;
  if (!exists?.yes) return [];
  const rows = await sql`select hash from ${sql(platformSchema)}.${sql(table)} order by created_at`;
  return rows.map((row) => row.hash as string);
}

function readJournal(folder: string): JournalEntry[] {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'));
  return journal.entries;
}
