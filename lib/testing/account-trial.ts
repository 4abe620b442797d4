import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Email } from 'postal-mime';
import type { Sql } from 'postgres';
import { hashPassword } from '../auth/hash-password';
import { openSession } from '../auth/open-session';
import type { Realm } from '../auth/session-key';
import { type AppClient, appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { testDatabase } from './database';
import { type MadeTenant, makeTenant } from './make-tenant';
import { takeMails } from './take-mails';

/** A database with two tenants that are open to everybody, and the mailbox of its own. */
export interface AccountTrial {
  owner: Sql;
  client: AppClient;
  acme: MadeTenant;
  globex: MadeTenant;
  /** Works the jobs off and empties the mailbox. */
  mails(): Promise<Email[]>;
  /** The token of the only link in the only mail that has come. */
  token(): Promise<string>;
  addPerson(email: string, password: string): Promise<string>;
  openSession(userId: string, realm: Realm, kind?: 'browser' | 'api'): Promise<string>;
  setRegistration(tenant: MadeTenant, registration: string): Promise<void>;
  end(): Promise<void>;
}

/** Makes it. Call it in `beforeAll`, and `end` in `afterAll`. */
export async function accountTrial(): Promise<AccountTrial> {
  const database = await testDatabase();
  const owner = openOwnerClient(database.ownerUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'tenantry-accounts-'));
  const secret = 'a secret of thirty-two characters';
  Object.assign(env(), { DATABASE_URL: database.appUrl, DATA_DIR: dataDir, AUTH_SECRET: secret });
  Object.assign(env(), { SMTP_URL: undefined });
  const client = appClient();
  const setRegistration: AccountTrial['setRegistration'] = async ({ id }, registration) => {
    await owner`
      update platform.tenants set settings = settings || ${owner.json({ registration })}
      where id = ${id}`;
  };
  const [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
  for (const tenant of [acme, globex]) await setRegistration(tenant, 'open');
  const mails = async () => {
    await drainJobs(client, wiring);
    return takeMails(join(dataDir, 'mail'));
  };
  return {
    ...{ owner, client, acme, globex, mails, setRegistration },
    token: async () => {
      const [mail, ...more] = await mails();
      const token = /\/(?:verify|reset)\/([\w-]{64})/.exec(mail?.text ?? '')?.[1];
      if (!token || more.length > 0) throw new Error(`no single mail with a link: ${mail?.text}`);
      return token;
    },
    addPerson: async (email, password) => {
      const [row] = await owner`
        insert into platform.users (email, name, password_hash)
        values (${email}, ${email.replace(/@.*/, '')}, ${await hashPassword(password)}) returning id`;
      return row?.id;
    },
    openSession: async (userId, realm, kind = 'browser') => {
      const session = { userId, realm, kind, seconds: 600, userAgent: '', address: '' };
      return String(await openSession({ ...session, requestId: '' }, client));
    },
    end: async () => {
      await Promise.all([owner.end(), client.end()]);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
