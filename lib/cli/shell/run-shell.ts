import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type REPLServer, start } from 'node:repl';
import { and, asc, count, desc, eq, inArray, isNull, like, ne, or } from 'drizzle-orm';
import * as tables from '../../db/schema/tenant';
import { env } from '../../env';
import { bindTenant } from '../../tenancy/context';
import type { TenantContext } from '../../tenancy/tenant';
import { hasPerson } from '../ask/has-person';
import { startOnLines } from './start-on-lines';

const operators = { and, asc, count, desc, eq, inArray, isNull, like, ne, or };

/** The line that is being run, for the audit log. */
export interface Running {
  line: string;
}

/**
 * A REPL in a tenant's context (S3.20): `ctx`, `tenant`, `db`, `scoped(table)`, the tables by their
 * names, what queries are built with, and `await` as it is. Resolves on .exit, Ctrl-D or the end of
 * what is piped in.
 */
export async function runShell(ctx: TenantContext, running: Running): Promise<void> {
  const isPerson = hasPerson();
  if (isPerson) process.stdout.write(`${introduction(ctx)}\n`);
  const server = isPerson
    ? start({ prompt: `${ctx.tenant.slug}> `, ignoreUndefined: true })
    : startOnLines({ ignoreUndefined: true });
  const { tenant, db } = ctx;
  const scoped = db.scoped.bind(db);
  Object.assign(server.context, { ...operators, ...tables, tables, ctx, tenant, db, scoped });
  bindLines(server, ctx, running);
  if (isPerson) keepHistory(server);
  await new Promise<void>((resolve) => server.once('exit', resolve));
}

/** Lines come from the terminal, which knows of no tenant; each is bound anew. */
function bindLines(server: REPLServer, ctx: TenantContext, running: Running): void {
  const run = server.eval;
  const bound: REPLServer['eval'] = (line, context, file, done) => {
    running.line = line.trim();
    void bindTenant(ctx, () => run.call(server, line, context, file, done));
  };
  Object.assign(server, { eval: bound });
}

function introduction({ tenant, db: _ }: TenantContext): string {
  return [
    `You are ${tenant.name} (${tenant.slug}). What you write is in its audit log.`,
    `ctx, tenant, db, scoped(table); tables: ${Object.keys(tables).join(', ')}`,
    'As in: await scoped(posts).list({ limit: 3 }). Leave with .exit or Ctrl-D.',
  ].join('\n');
}

/** Of one folder of data; a shell without a history is a shell. */
function keepHistory(server: REPLServer): void {
  try {
    mkdirSync(env().DATA_DIR, { recursive: true });
  } catch {
    return;
  }
  server.setupHistory(join(env().DATA_DIR, 'shell-history'), () => {});
}
