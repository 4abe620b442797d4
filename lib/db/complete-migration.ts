const createdTable = /CREATE TABLE "([a-z0-9_]+)" \(/g;
const breakpoint = '--> statement-breakpoint\n';

/**
 * Finishes a generated tenant migration: names lose the schema, so that the file applies to every
 * placement, and each new table gets FORCE, which the generator leaves out. Running it again on
 * its own output changes nothing.
 *
 * @param source - SQL as drizzle-kit wrote it.
 */
export function completeTenantMigration(source: string): string {
  const unqualified = source.replaceAll('"public".', '');
  const missing = [...unqualified.matchAll(createdTable)]
    .map(([, table]) => `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY;`)
    .filter((statement) => !unqualified.includes(statement));
  if (missing.length === 0) return unqualified;
  return [unqualified.trimEnd(), ...missing].join(breakpoint);
}

/** The schema may already be there: the table of applied migrations lives in it. */
export function completePlatformMigration(source: string): string {
  return source.replace('CREATE SCHEMA "platform"', 'CREATE SCHEMA IF NOT EXISTS "platform"');
}
