import { randomBytes } from 'node:crypto';
import { projectRoot } from '../cli/testing-steps/project.mjs';
import { walkExpiry } from './cache/expiry-walk';
import { walkKeys } from './cache/key-walk';
import { walkNextCache, walkTags } from './cache/next-walk';
import { walkChannels } from './channels/channel-walk';
import { walkOperations } from './channels/operation-walk';
import { walkConsole } from './console/console-walk';
import { walkDoorActions } from './doors/action-walk';
import { walkApi } from './doors/api-walk';
import { walkContent } from './doors/content-walk';
import { openDoors } from './doors/open-doors';
import { walkPages } from './doors/page-walk';
import { walkWriting } from './doors/writing-walk';
import { walkEngine } from './engine/engine-walk';
import { walkFunctions } from './functions/function-walk';
import { walkStorage } from './media/path-walk';
import type { WalkReport } from './recorder';
import { walkActions } from './routes/action-walk';
import { createAsk } from './routes/ask';
import { walkBuild } from './routes/build-walk';
import { type BuildInventory, readBuild } from './routes/list-routes';
import { walkRoutes } from './routes/route-walk';
import { readSites } from './routes/site';
import { walkTricks } from './routes/trick-walk';
import { runSaboteurs, type SabotageReport } from './saboteurs/run-saboteurs';
import { startWeakServer } from './saboteurs/weak-server';
import { walkSearchIndex } from './search/index-walk';
import { openEngines } from './state/open-engines';
import { walkPresence } from './state/presence-walk';
import { walkState } from './state/state-walk';
import { walkTables } from './tables/walk-tables';
import { type Filling, fillDatabase } from './world/fill-database';
import { plantPictures } from './world/plant-pictures';
import { type ScratchServer, startScratchServer } from './world/scratch-server';
import { startWeb } from './world/start-web';

export interface Report {
  walks: WalkReport[];
  saboteurs: SabotageReport[];
}

type Told = (part: WalkReport | SabotageReport) => void;

const template = 'isolation';

/**
 * The whole run: a scratch server, two complete tenants and three others, the walks, then the
 * saboteurs.
 *
 * @param onPart - told of each walk and saboteur once it is through.
 * @throws Error when there is no production build, or a server does not start.
 */
export async function runIsolation(onPart: Told = () => {}): Promise<Report> {
  const build = readBuild(`${projectRoot}/.next`);
  const server = await startScratchServer();
  try {
    const database = await server.createDatabase(template);
    const filling = await fillDatabase(database);
    await plantPictures(database, filling.tenants, server.dataDir);
    const walks = [
      ...(await walkDatabase(server, filling, onPart)),
      ...(await walkCaches(server, filling, onPart)),
    ];
    const web = await walkWeb({ server, filling, build, onPart });
    return { walks: [...walks, ...web.walks], saboteurs: web.saboteurs };
  } finally {
    await server.stop();
  }
}

async function walkDatabase(server: ScratchServer, { tenants, unplanted }: Filling, onPart: Told) {
  const database = await server.createDatabase('isolation_tables', template);
  const reports = await walkTables({ database, tenants, unplanted });
  reports.push(await walkFunctions(database, tenants));
  reports.push(await walkConsole(database, tenants));
  reports.push(await walkSearchIndex({ database, tenants }));
  reports.push(await walkStorage({ tenants }));
  for (const standing of ['filter', 'row security'] as const) {
    reports.push(await walkEngine({ database, tenants, standing }));
  }
  reports.forEach(onPart);
  return reports;
}

async function walkCaches(server: ScratchServer, { tenants }: Filling, onPart: Told) {
  const reports = [walkTags(tenants), await walkKeys(tenants), await walkNextCache(tenants)];
  const opened = await openEngines(await server.createDatabase('isolation_state', template));
  reports.push(await walkState(tenants, opened), await walkPresence(tenants, opened));
  await opened.close();
  reports.forEach(onPart);
  return reports;
}

interface WebPart {
  server: ScratchServer;
  filling: Filling;
  build: BuildInventory;
  onPart: Told;
}

/** The walks that need the server. The saboteurs follow here: some of them need it too. */
async function walkWeb({ server, filling, build, onPart }: WebPart): Promise<Report> {
  const { tenants } = filling;
  const database = await server.createDatabase('isolation_web', template);
  const authSecret = randomBytes(32).toString('hex');
  const { dataDir } = server;
  const web = await startWeb({ databaseUrl: database.appUrl, dataDir, authSecret });
  const ask = createAsk(web.port);
  const walks: WalkReport[] = [];
  const note = (report: WalkReport) => {
    walks.push(report);
    onPart(report);
  };
  try {
    const sites = await readSites(database, tenants, web.port);
    const routes = { ask, build, sites, rootHost: web.rootHost };
    note(walkBuild(build));
    note(await walkRoutes(routes));
    note(await walkActions(routes));
    note(await walkTricks(routes));
    note(await walkExpiry({ ...routes, authSecret, database }));
    // Last: what the own staff may do changes rows.
    const doors = await openDoors({ ...routes, authSecret, database });
    note(await walkChannels(doors));
    note(await walkOperations(doors));
    note(await walkPages(doors));
    note(await walkWriting(doors));
    note(await walkContent(doors));
    note(await walkDoorActions(doors));
    note(await walkApi(doors));
    const saboteurs = await sabotage({ server, filling, build, onPart });
    return { walks, saboteurs };
  } finally {
    ask.close();
    await web.stop();
  }
}

async function sabotage({ server, filling, build, onPart }: WebPart) {
  const { tenants } = filling;
  const copyDatabase = (name: string) => server.createDatabase(name, template);
  const database = await copyDatabase('isolation_weak');
  const weak = await startWeakServer({ database, tenants, build, dataDir: server.dataDir });
  try {
    // The rows of the other server are not what they were.
    const routes = weak.doors;
    return await runSaboteurs({ tenants, build, routes, weak, copyDatabase }, onPart);
  } finally {
    await weak.stop();
  }
}
