import { TOTP } from 'otpauth';
import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { hashPassword } from '../auth/hash-password';
import { openSession } from '../auth/open-session';
import type { Realm } from '../auth/session-key';
import { beginTwoFactor } from '../auth/two-factor/begin-two-factor';
import { confirmTwoFactor } from '../auth/two-factor/confirm-two-factor';
import { readTwoFactor } from '../auth/two-factor/read-two-factor';
import { openSecret } from '../auth/two-factor/typed-code';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { testDatabase } from './database';
import { type MadeTenant, makeTenant } from './make-tenant';

export const trialPassword = 'a good long password';

/** Somebody who is signed in on the root host. */
export interface Holder {
  userId: string;
  sessionId: string;
  requestId: string;
}

/** A tenant, and Ada (a member of it) and Bob (of none), both signed in on the root host. */
export interface TwoFactorTrial {
  owner: Sql;
  client: AppClient;
  acme: MadeTenant;
  globex: MadeTenant;
  ada: Holder;
  bob: Holder;
  /** Opens a session of a person. */
  open(userId: string, realm: Realm, kind?: 'browser' | 'api'): Promise<string>;
  /** Turns two-factor on, and gives what the person has from then on. */
  turnOn(holder: Holder): Promise<{ secret: string; codes: string[] }>;
  /** Forgets attempts and codes that were used, as if time had passed. */
  later(): Promise<void>;
  /** Types of events so far, with whose log: `user.new-device at acme`. */
  told(): Promise<string[]>;
}

/** The code an app shows, so many steps from now. */
export function codeAt(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Sets it up for the tests of a file. Call it at the top of the file. */
export function twoFactorTrial(): TwoFactorTrial {
  const trial = {} as TwoFactorTrial;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    env().AUTH_SECRET = 'x'.repeat(32);
    const database = await testDatabase();
    drop = database.drop;
    const owner = openOwnerClient(database.ownerUrl);
    const client = createAppClient(database.appUrl, { max: 10 });
    // What the web process keeps there: the pool that everything takes unless told otherwise.
    Object.assign(globalThis, { tenantryClient: client });
    env().DATABASE_URL = database.appUrl;
    const [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
    Object.assign(trial, { owner, client, acme, globex }, actsOf(owner, client));
    trial.ada = await person(trial, 'ada');
    trial.bob = await person(trial, 'bob');
    await owner`
      insert into platform.memberships (tenant_id, user_id, role, is_staff)
      values (${acme.id}, ${trial.ada.userId}, 'member', false)`;
  });
  afterAll(async () => {
    await Promise.all([trial.owner.end(), trial.client.end()]);
    await drop();
  });
  afterEach(async () => {
    const { owner } = trial;
    for (const table of ['rate_limits', 'two_factors', 'recovery_codes', 'known_devices']) {
      await owner`delete from ${owner(`platform.${table}`)}`;
    }
    await owner`delete from platform.lockouts`;
    await owner`delete from platform.events`;
  });
  return trial;
}

function actsOf(owner: Sql, client: AppClient): Partial<TwoFactorTrial> {
  return {
    async open(userId, realm, kind = 'browser') {
      const facts = { userAgent: 'Firefox', address: '10.0.0.7', requestId: 'r1', seconds: 600 };
      const id = await openSession({ userId, realm, kind, ...facts }, client);
      if (!id) throw new Error('no session was opened');
      return id;
    },
    async turnOn(holder) {
      // Codes change in the middle of no test.
      const left = 30_000 - (Date.now() % 30_000);
      if (left < 3000) await new Promise((resolve) => setTimeout(resolve, left));
      await beginTwoFactor(holder, client);
      const { pendingSecret } = await readTwoFactor(holder.sessionId, client);
      const secret = openSecret(holder.userId, pendingSecret ?? '');
      const codes = await confirmTwoFactor(holder, codeAt(secret, -1), client);
      return { secret, codes };
    },
    async later() {
      await owner`delete from platform.rate_limits`;
      await owner`update platform.two_factors set last_step = 0`;
    },
    async told() {
      const rows = await owner`
        select e.type || ' at ' || coalesce(t.slug, 'platform') as what
        from platform.events e left join platform.tenants t on t.id = e.tenant_id
        where e.type like 'user.%' or e.type like 'member.%' order by e.id`;
      return rows.map(({ what }) => what);
    },
  };
}

async function person(trial: TwoFactorTrial, name: string): Promise<Holder> {
  const hash = await hashPassword(trialPassword);
  const [row] = await trial.owner`
    insert into platform.users (email, name, password_hash)
    values (${`${name}@people.test`}, ${name}, ${hash}) returning id`;
  const userId = row?.id as string;
  return { userId, sessionId: await trial.open(userId, null), requestId: 'r1' };
}
