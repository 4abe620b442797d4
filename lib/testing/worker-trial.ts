import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type AppClient, appClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { defineHandler, definePlatformHandler, type Job } from '../jobs/handler';
import { on } from '../jobs/on';
import { wire } from '../jobs/wiring';
import { startWorker, type Worker } from '../jobs/worker';
import type { TenantContext } from '../tenancy/tenant';
import { testDatabase } from './database';
import { type MadeTenant, makeTenant } from './make-tenant';

/** A database with two tenants, and a worker for each test. */
export interface WorkerTrial {
  owner: Sql;
  acme: MadeTenant;
  globex: MadeTenant;
  worker: Worker;
  /** Starts the worker with what it does for jobs of the kind `note`. It looks when it is called. */
  start(run: Run, options?: StartOptions): void;
  add(tenantId: string | null, kind?: string): Promise<number>;
  stateOf(id: number): Promise<Record<string, unknown> | undefined>;
  /** Waits until an attempt of the job has ended. */
  settled(id: number): Promise<void>;
}

type Run = (ctx: TenantContext, job: Job) => Promise<void>;

interface StartOptions {
  concurrency?: number;
  timeLimitSeconds?: number;
  whileSuspended?: boolean;
  /** For jobs of the kind `housekeeping`. */
  platformWork?: () => Promise<void>;
}

/** Sets a trial up for the tests of a file. Call it at the top of the file. */
export function prepareWorkerTrial(): WorkerTrial {
  const trial = { start, add, stateOf, settled } as WorkerTrial;
  let client: AppClient;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    env().DATABASE_URL = database.appUrl;
    drop = database.drop;
    trial.owner = openOwnerClient(database.ownerUrl);
    client = createAppClient(database.appUrl, { max: 6 });
    trial.acme = await makeTenant(trial.owner, 'acme');
    trial.globex = await makeTenant(trial.owner, 'globex');
  });
  afterAll(async () => {
    await Promise.all([trial.owner.end(), client.end(), appClient().end()]);
    await drop();
  });
  afterEach(async () => {
    await trial.worker?.stop(100);
    await trial.owner`delete from platform.jobs`;
    await trial.owner`update platform.tenants set status = 'active'`;
  });
  function start(run: Run, options: StartOptions = {}) {
    const { concurrency, platformWork = async () => {}, ...limits } = options;
    const daily = definePlatformHandler({ kind: 'housekeeping', run: platformWork });
    const note = defineHandler({ kind: 'note', ...limits, run });
    const wiring = wire([on('note.*', note)], { jobs: [daily] });
    trial.worker = startWorker({ client, wiring, concurrency, pollMilliseconds: 60_000 });
  }
  async function add(tenantId: string | null, kind = 'note') {
    const [row] = await trial.owner`
      insert into platform.jobs (tenant_id, kind) values (${tenantId}, ${kind}) returning id::int`;
    return row?.id as number;
  }
  async function stateOf(id: number) {
    const [row] = await trial.owner`
      select done_at is not null as done, dead_at is not null as dead, attempts, last_error as reason,
        round(extract(epoch from run_at - now()))::int as due from platform.jobs where id = ${id}`;
    return row;
  }
  function settled(id: number) {
    return until(async () => {
      const state = await stateOf(id);
      return Boolean(state?.done || state?.dead || state?.reason !== null);
    });
  }
  return trial;
}

/** @throws Error when it does not come true in time. */
export async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await isDone()); ) {
    if (Date.now() > end) throw new Error('Not within 15 s.');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
