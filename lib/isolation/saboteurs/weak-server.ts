import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../cli/testing-steps/project.mjs';
import type { DoorWorld } from '../doors/door-world';
import { openDoors } from '../doors/open-doors';
import { createAsk } from '../routes/ask';
import type { BuildInventory } from '../routes/list-routes';
import { readSites } from '../routes/site';
import type { Tenants } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { startWeb } from '../world/start-web';

const preload = pathToFileURL(`${projectRoot}/lib/isolation/saboteurs/weaken-server.mjs`).href;

/** The build with checks that can be taken out one at a time, and a database of its own. */
export interface WeakServer {
  doors: DoorWorld;
  /** Works with a check taken out, and puts it back. */
  without<T>(check: string, work: () => Promise<T>): Promise<T>;
  /** The same with a function of the database replaced. */
  withFunction<T>(change: FunctionChange, work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Words of a function of the database, and what they become. */
export interface FunctionChange {
  name: string;
  from: string;
  to: string;
}

/** Starts the server of the saboteurs. */
export async function startWeakServer(options: {
  database: ScratchDatabase;
  tenants: Tenants;
  build: BuildInventory;
  dataDir: string;
}): Promise<WeakServer> {
  const { database, tenants, build, dataDir } = options;
  const authSecret = randomBytes(32).toString('hex');
  const web = await startWeb({ databaseUrl: database.appUrl, dataDir, authSecret, preload });
  const ask = createAsk(web.port);
  const sites = await readSites(database, tenants, web.port);
  const routes = { ask, build, sites, rootHost: web.rootHost };
  return {
    doors: await openDoors({ ...routes, database, authSecret }),
    async without(check, work) {
      await web.tell({ without: check });
      try {
        return await work();
      } finally {
        await web.tell({ without: '' });
      }
    },
    withFunction: (change, work) => withFunction(database, change, work),
    async stop() {
      ask.close();
      await web.stop();
    },
  };
}

async function withFunction<T>(
  { ownerUrl }: ScratchDatabase,
  { name, from, to }: FunctionChange,
  work: () => Promise<T>,
): Promise<T> {
  const sql = connect(ownerUrl);
  const [row] = await sql`select pg_get_functiondef(${name}::regproc) as before`;
  const before = String(row?.before);
  if (!before.includes(from)) throw new Error(`${name} does not say "${from}"`);
  await sql.unsafe(before.replace(from, to));
  try {
    return await work();
  } finally {
    await sql.unsafe(before);
    await sql.end({ timeout: 2 });
  }
}
