import type { Sql } from 'postgres';
import { adminResources } from '../../admin/registry';
import { consoleResources } from '../../console/registry';
import type { RouteWalk } from '../routes/route-walk';
import { emailOf, walkPassword } from '../world/add-people';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { broadcastRecords } from './broadcast-records';
import { postAction, setCookies } from './call-action';
import { sealAll } from './digest-tenants';
import type { DoorWorld } from './door-world';
import { createKeyring } from './keyring';
import { openPeople } from './open-people';
import { type Records, readRecords } from './read-records';

interface Opening extends RouteWalk {
  database: ScratchDatabase;
  authSecret: string;
}

/**
 * Gets ready to go through doors: everybody's sessions, and what there is to see.
 *
 * @throws Error when nobody can sign in with a password: nothing could be proved then.
 */
export async function openDoors({ database, authSecret, ...routes }: Opening): Promise<DoorWorld> {
  const { sites } = routes;
  const sql = connect(database.adminUrl);
  await sealAll(sql);
  const { acme, globex } = sites;
  const world: DoorWorld = {
    ...routes,
    database,
    keyring: createKeyring(authSecret, await learnCookieName(routes)),
    people: {
      acme: await openPeople(sql, acme, globex),
      globex: await openPeople(sql, globex, acme),
    },
    records: {
      acme: await recordsOf(sql, acme.id),
      globex: await recordsOf(sql, globex.id),
      platform: await readRecords(sql, consoleResources, null),
    },
  };
  await sql.end({ timeout: 2 });
  return world;
}

async function recordsOf(sql: Sql, tenantId: string): Promise<Records> {
  const records = await readRecords(sql, adminResources, tenantId);
  return { ...records, ...(await broadcastRecords(sql, tenantId)) };
}

/** Signs in once as people do. */
async function learnCookieName({ ask, build, sites }: RouteWalk): Promise<string> {
  const host = sites.acme.hosts[0] ?? '';
  const action = build.actions.find(({ name }) => name === 'app/[tenant]/login/actions.ts#signIn');
  const fields = { email: emailOf('owner', sites.acme), password: walkPassword };
  const from = { origin: `http://${host}` };
  const question = postAction({ host, id: action?.id ?? '', headers: from, fields });
  const answer = await ask({ ...question, path: '/login' });
  const name = setCookies(answer).find(([, value]) => value !== '')?.[0];
  if (!name) throw new Error(`Nobody could sign in: ${answer.status} ${answer.body.slice(0, 200)}`);
  return name;
}
