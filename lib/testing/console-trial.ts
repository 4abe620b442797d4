import type { Sql } from 'postgres';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from './database';
import { type MadeTenant, makeTenant } from './make-tenant';

/** A database with two tenants and a superuser who belongs to neither. */
export interface ConsoleTrial {
  database: TestDatabase;
  owner: Sql;
  client: AppClient;
  acme: MadeTenant;
  globex: MadeTenant;
  /** Id of the superuser. */
  root: string;
  addPerson(name: string, isSuperuser: boolean, isActive?: boolean): Promise<string>;
  /** Opens a browser session on the root host, unless changed; gives its id. */
  openSession(userId: string, changed?: Record<string, unknown>): Promise<string>;
  end(): Promise<void>;
}

/** Makes what tests of the console need. Call it in `beforeAll`, and `end` in `afterAll`. */
export async function consoleTrial(): Promise<ConsoleTrial> {
  const database = await testDatabase();
  const owner = openOwnerClient(database.ownerUrl);
  const client = createAppClient(database.appUrl, { max: 1 });
  const [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
  const addPerson: ConsoleTrial['addPerson'] = async (name, isSuperuser, isActive = true) => {
    const [row] = await owner`
      insert into platform.users (email, name, is_superuser, is_active)
      values (${`${name}@console.test`}, ${name}, ${isSuperuser}, ${isActive}) returning id`;
    return row?.id;
  };
  return {
    ...{ database, owner, client, acme, globex, addPerson },
    root: await addPerson('root', true),
    async openSession(userId, changed = {}) {
      const hour = new Date(Date.now() + 3_600_000);
      const row = { user_id: userId, expires_at: hour, ...changed };
      const [made] = await owner`insert into platform.sessions ${owner(row)} returning id`;
      return made?.id;
    },
    async end() {
      await Promise.all([owner.end(), client.end()]);
      await database.drop();
    },
  };
}
