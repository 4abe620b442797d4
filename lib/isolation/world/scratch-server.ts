import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import postgres, { type Sql } from 'postgres';
import { makeScratchFolder, removeScratchFolder } from '../../cli/testing-steps/scratch-folder.mjs';
import { migrateDatabase } from '../../db/migrate';
import { extensionsSchema, platformSchema, poolSchema, searchSchema } from '../../db/roles';
import { setUpDatabase } from '../../db/setup-database';
import { startEmbeddedPostgres } from '../../embedded/embedded-postgres.mjs';

/** The test role of wall 1: row security does not hold for it. It exists on the scratch server only. */
export const bypassRole = 'tenantry_isolation';

/** A database of the walk and the four ways in. */
export interface ScratchDatabase {
  name: string;
  /** Superuser: for looking at what the others did. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Bypasses row security and foreign keys, so that only the handle stands in the way. */
  bypassUrl: string;
}

export interface ScratchServer {
  dataDir: string;
  /** Makes a migrated database, or a copy of one that nobody is connected to. */
  createDatabase(name: string, template?: string): Promise<ScratchDatabase>;
  stop(): Promise<void>;
}

/** Starts an embedded PostgreSQL that lives as long as the run. */
export async function startScratchServer(): Promise<ScratchServer> {
  const dataDir = makeScratchFolder();
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const abandon = () => {
    server.kill();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', abandon);
  const passwords = { owner: secret(), app: secret(), bypass: secret() };
  const admin = postgres(server.adminUrl(), { max: 1, onnotice: () => {} });
  await admin.unsafe(
    `create role ${bypassRole} login bypassrls nosuperuser password '${passwords.bypass}';
     grant set on parameter session_replication_role to ${bypassRole}`,
  );
  return {
    dataDir,
    async createDatabase(name, template) {
      if (template) await admin.unsafe(`create database ${name} template ${template}`);
      const addresses = await setUpDatabase({
        adminUrl: server.adminUrl(),
        database: name,
        ownerPassword: passwords.owner,
        appPassword: passwords.app,
      });
      if (!template) await migrateDatabase(addresses.DATABASE_OWNER_URL);
      const adminUrl = server.adminUrl(name);
      await openToBypass(adminUrl, name);
      const ownerUrl = addresses.DATABASE_OWNER_URL;
      const bypassUrl = signedIn(ownerUrl, bypassRole, passwords.bypass);
      return { name, adminUrl, ownerUrl, appUrl: addresses.DATABASE_URL, bypassUrl };
    },
    async stop() {
      await admin.end({ timeout: 2 });
      await server.stop();
      process.removeListener('exit', abandon);
      await removeScratchFolder(dataDir);
    },
  };
}

/** Opens a small pool; dates and numbers come as PostgreSQL writes them. */
export function connect(url: string, max = 1): Sql {
  return postgres(url, { max, onnotice: () => {}, connect_timeout: 10 });
}

async function openToBypass(adminUrl: string, database: string): Promise<void> {
  const sql = connect(adminUrl);
  const schemas = [platformSchema, poolSchema, extensionsSchema].join(', ');
  await sql.unsafe(`
    grant connect on database ${database} to ${bypassRole};
    grant usage on schema ${schemas} to ${bypassRole};
    grant all on all tables in schema ${schemas} to ${bypassRole};
    grant all on all sequences in schema ${schemas} to ${bypassRole};
    grant execute on function platform.estimate_rows(text), platform.api_key_maker(uuid),
      platform.erased_people(), platform.payload_without(jsonb) to ${bypassRole};
    grant usage on schema ${searchSchema} to ${bypassRole};
    grant execute on all functions in schema ${searchSchema} to ${bypassRole};
    alter role ${bypassRole} in database ${database} set search_path = ${poolSchema}, ${extensionsSchema};
    alter role ${bypassRole} in database ${database} set session_replication_role = replica`);
  await sql.end({ timeout: 2 });
}

function signedIn(address: string, role: string, password: string): string {
  const url = new URL(address);
  url.username = role;
  url.password = password;
  return url.toString();
}

function secret(): string {
  return randomBytes(16).toString('hex');
}
