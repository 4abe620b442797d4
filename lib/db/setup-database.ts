import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import {
  appRole,
  consoleRole,
  extensionsSchema,
  ownerRole,
  platformSchema,
  poolSchema,
  searchRole,
} from './roles';

const plainName = /^[A-Za-z0-9_-]{1,63}$/;

export interface DatabaseAddresses {
  DATABASE_URL: string;
  DATABASE_OWNER_URL: string;
}

export interface SetupOptions {
  /** Address of a role that may create roles and databases. */
  adminUrl: string;
  database: string;
  /** Made up when absent. A role that already exists keeps its password unless one is given. */
  ownerPassword?: string;
  appPassword?: string;
}

/**
 * Makes the roles, the database and its schemas on a given server (`tenant db-setup`).
 * Repeating it changes nothing but a password that is given.
 *
 * @returns the addresses for the application and for migrations.
 * @throws Error when a role exists and its password is neither given nor known, or when the name
 *   is not plain.
 */
export async function setUpDatabase(options: SetupOptions): Promise<DatabaseAddresses> {
  // The driver takes the name from an address as it stands there, without decoding it.
  if (!plainName.test(options.database)) {
    throw new Error(
      `"${options.database}" is no name for the database: letters, digits, _ and -, at most 63, as in tenantry.`,
    );
  }
  const admin = postgres(options.adminUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const ownerPassword = await ensureRole(admin, ownerRole, options.ownerPassword);
    const appPassword = await ensureRole(admin, appRole, options.appPassword);
    // A managed server's admin is no superuser: it may act for a role only as its member.
    await admin.unsafe(`grant ${ownerRole} to current_user`);
    await ensureConsoleRole(admin);
    await ensureSearchRole(admin);
    await ensureDatabase(admin, options.database);
    await ensureSchemas(withDatabase(options.adminUrl, options.database));
    return {
      DATABASE_URL: signedIn(options, appRole, appPassword),
      DATABASE_OWNER_URL: signedIn(options, ownerRole, ownerPassword),
    };
  } finally {
    await admin.end({ timeout: 5 });
  }
}

async function ensureRole(admin: Sql, role: string, given?: string): Promise<string> {
  const [existing] = await admin`select 1 as yes from pg_roles where rolname = ${role}`;
  if (existing && !given) {
    throw new Error(
      `The role ${role} exists already. Give its password in ` +
        `${role === ownerRole ? 'TENANTRY_OWNER_PASSWORD' : 'TENANTRY_APP_PASSWORD'}.`,
    );
  }
  const password = given ?? randomBytes(24).toString('hex');
  const quoted = `'${password.replaceAll("'", "''")}'`;
  // Only a superuser may so much as mention SUPERUSER or BYPASSRLS of a role that exists;
  // what it may do is checked when it signs in.
  const command = existing
    ? `alter role ${role} with login password ${quoted}`
    : `create role ${role} with login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoted}`;
  await admin.unsafe(command);
  return password;
}

/**
 * The application is a member of the console's role without its rights: nothing changes for it until
 * a transaction takes the role on. PostgreSQL 15 goes by the member's own attribute; later ones
 * write down at the grant what it says then.
 */
async function ensureConsoleRole(admin: Sql): Promise<void> {
  await ensureGroupRole(admin, consoleRole);
  const [server] = await admin`select current_setting('server_version_num')::int as version`;
  const plainly = server?.version >= 160_000 ? ' with inherit false, set true' : '';
  await admin.unsafe(`
    alter role ${appRole} noinherit;
    grant ${consoleRole} to ${appRole}${plainly}`);
}

/** Migrations make functions for it, so the owner has to be a member. */
async function ensureSearchRole(admin: Sql): Promise<void> {
  await ensureGroupRole(admin, searchRole);
  await admin.unsafe(`grant ${searchRole} to ${ownerRole}`);
}

/** A role that nobody signs in as. */
async function ensureGroupRole(admin: Sql, role: string): Promise<void> {
  const [existing] = await admin`select 1 as yes from pg_roles where rolname = ${role}`;
  if (existing) return;
  const rights = 'nologin nosuperuser nobypassrls nocreatedb nocreaterole';
  await admin.unsafe(`create role ${role} with ${rights}`);
}

async function ensureDatabase(admin: Sql, database: string): Promise<void> {
  const [existing] = await admin`select 1 as yes from pg_database where datname = ${database}`;
  if (!existing) await admin.unsafe(`create database ${quote(database)} owner ${ownerRole}`);
}

async function ensureSchemas(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const path = `${poolSchema}, ${extensionsSchema}`;
  try {
    const [{ name }] = (await sql`select current_database() as name`) as unknown as [
      { name: string },
    ];
    await sql.unsafe(`
      revoke all on database ${quote(name)} from public;
      grant connect on database ${quote(name)} to ${appRole};
      grant connect, create on database ${quote(name)} to ${ownerRole};
      revoke create on schema public from public;
      create schema if not exists ${platformSchema} authorization ${ownerRole};
      create schema if not exists ${poolSchema} authorization ${ownerRole};
      create schema if not exists ${extensionsSchema} authorization ${ownerRole};
      grant usage on schema ${poolSchema}, ${extensionsSchema} to ${appRole};
      grant usage on schema ${platformSchema} to ${appRole};
      alter default privileges for role ${ownerRole} in schema ${poolSchema}
        grant select, insert, update, delete on tables to ${appRole};
      alter role ${appRole} in database ${quote(name)} set search_path = ${path};
      alter role ${appRole} in database ${quote(name)} set statement_timeout = '15s';
      alter role ${appRole} in database ${quote(name)} set idle_in_transaction_session_timeout = '30s';
    `);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function signedIn(options: SetupOptions, role: string, password: string): string {
  const url = new URL(withDatabase(options.adminUrl, options.database));
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
