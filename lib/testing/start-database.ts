import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { makeScratchFolder, removeScratchFolder } from '../cli/testing-steps/scratch-folder.mjs';
import { migrateDatabase } from '../db/migrate';
import { setUpDatabase } from '../db/setup-database';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.mjs';

/** What a test file needs to make itself a database. */
export interface TestServer {
  adminUrl: string;
  /** A migrated, empty database nobody is connected to. */
  template: string;
  ownerPassword: string;
  appPassword: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Before the first file of the `db` project: one server for the run (DATABASE_ADMIN_URL, or an
 * embedded one that need not survive a crash) and a migrated template that every file copies.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_ADMIN_URL
    ? { adminUrl: process.env.DATABASE_ADMIN_URL, stop: async () => {} }
    : await startScratchServer();
  const template = `tenantry_test_${process.pid}`;
  try {
    project.provide('testServer', await makeTemplate(server.adminUrl, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await dropDatabases(server.adminUrl, template);
    await server.stop();
  };
}

async function startScratchServer() {
  const dataDir = makeScratchFolder();
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  // A run that is killed leaves no server behind.
  process.once('exit', server.kill);
  return {
    adminUrl: server.adminUrl(),
    stop: async () => {
      await server.stop();
      process.removeListener('exit', server.kill);
      await removeScratchFolder(dataDir);
    },
  };
}

/** On a given server the roles may exist; their passwords are then in the environment. */
async function makeTemplate(adminUrl: string, template: string): Promise<TestServer> {
  const addresses = await setUpDatabase({
    adminUrl,
    database: template,
    ownerPassword: process.env.TENANTRY_OWNER_PASSWORD,
    appPassword: process.env.TENANTRY_APP_PASSWORD,
  });
  await migrateDatabase(addresses.DATABASE_OWNER_URL);
  return {
    adminUrl,
    template,
    ownerPassword: decodeURIComponent(new URL(addresses.DATABASE_OWNER_URL).password),
    appPassword: decodeURIComponent(new URL(addresses.DATABASE_URL).password),
  };
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const rows = await sql`select datname from pg_database where starts_with(datname, ${prefix})`;
  for (const { datname } of rows) await sql`drop database if exists ${sql(datname)} with (force)`;
  await sql.end({ timeout: 5 });
}
