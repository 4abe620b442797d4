import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { followInvalidations, type InvalidationFollower } from './follow-invalidations';

let database: TestDatabase;
let owner: postgres.Sql;
let admin: postgres.Sql;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  admin = postgres(database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([owner.end(), admin.end()]);
  await database.drop();
});

let follower: InvalidationFollower;
let delivered: string[];
let failures: number;
beforeEach(async () => {
  client = createAppClient(database.appUrl, { max: 2 });
  delivered = [];
  failures = 0;
  follower = followInvalidations(client, async (tags) => {
    if (failures > 0) {
      failures -= 1;
      throw new Error('Next does not answer');
    }
    delivered.push(...tags);
  });
  await follower.drain();
});
afterEach(async () => {
  await follower.stop();
  await client.end();
});

const record = (sql: postgres.Sql | postgres.TransactionSql, ...tags: string[]) =>
  sql`insert into platform.events (type, cache_tags) values ('post.updated', ${tags})`;
const until = async (isDone: () => boolean | Promise<boolean>, milliseconds = 8000) => {
  const end = Date.now() + milliseconds;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error(`Not within ${milliseconds} ms.`);
    await pause(20);
  }
};

describe('an event', () => {
  test('is delivered once, whoever asks how often', async () => {
    await record(owner, 'a', 'b');
    await Promise.all([follower.drain(), follower.drain(), follower.drain()]);
    await follower.drain();
    expect(delivered.sort()).toEqual(['a', 'b']);
  });
  test('is announced: nobody has to ask', async () => {
    await until(() => isListening());
    await record(owner, 'called');
    await until(() => delivered.includes('called'), 1500);
    expect(delivered).toEqual(['called']);
  });
  test('without tags delivers nothing', async () => {
    await record(owner);
    await follower.drain();
    expect(delivered).toEqual([]);
  });
  test('from before the start is of no matter', async () => {
    await record(owner, 'old');
    const later: string[] = [];
    const other = followInvalidations(client, async (tags) => void later.push(...tags));
    await other.drain();
    await other.drain();
    await other.stop();
    expect(later).toEqual([]);
  });
  test('that is rolled back is not delivered', async () => {
    await owner
      .begin(async (sql) => {
        await record(sql, 'undone');
        throw new Error('undo');
      })
      .catch(() => {});
    await follower.drain();
    expect(delivered).toEqual([]);
  });
});

describe('transactions that overlap', () => {
  test('one committed late is not missed, and none comes twice', async () => {
    const gate = openGate();
    const written = openGate();
    const late = owner.begin(async (sql) => {
      await record(sql, 'late');
      written.open();
      await gate.opened;
    });
    await written.opened;
    for (const tag of ['first', 'second']) {
      await record(owner, tag);
      await follower.drain();
    }
    const early = [...delivered];
    gate.open();
    await late;
    expect(early).toEqual(['first', 'second']);
    await follower.drain();
    await record(owner, 'third');
    await follower.drain();
    await follower.drain();
    expect(delivered).toEqual(['first', 'second', 'late', 'third']);
  });

  test('of 60 in disorder every one is delivered once', async () => {
    const writers = postgres(database.ownerUrl, { max: 8, onnotice: () => {} });
    const all = Array.from({ length: 60 }, (_, n) => `tag-${n}`);
    await Promise.all(
      all.map((tag, n) =>
        writers.begin(async (sql) => {
          await record(sql, tag);
          await pause((n * 37) % 50);
        }),
      ),
    );
    await follower.drain();
    await writers.end();
    expect([...delivered].sort()).toEqual([...all].sort());
  });
});

describe('when something fails', () => {
  test('tags that could not be forgotten are tried again', async () => {
    failures = 1;
    await record(owner, 'again');
    await until(() => delivered.length > 0, 6000);
    expect(delivered).toEqual(['again']);
  });
  test('a listening connection that was ended is opened again', async () => {
    await until(() => isListening());
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and query ilike 'listen%'`;
    await until(async () => !(await isListening()), 2000).catch(() => {});
    await until(() => isListening());
    await record(owner, 'heard');
    await until(() => delivered.includes('heard'), 1500);
  });
  test('all connections ended at once cost no event', async () => {
    await record(owner, 'before');
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and usename = 'tenantry_app'`;
    await record(owner, 'after');
    await until(() => delivered.includes('before') && delivered.includes('after'));
  });
});

test('it tells how long ago the log was read', async () => {
  const fresh = followInvalidations(client, async () => {});
  expect(fresh.age()).toBeNull();
  await fresh.drain();
  expect(fresh.age()).toBeLessThan(1000);
  await fresh.stop();
});

async function isListening(): Promise<boolean> {
  const rows = await admin`
    select 1 from pg_stat_activity where datname = ${database.name} and query ilike 'listen%'`;
  return rows.length > 0;
}

function openGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
