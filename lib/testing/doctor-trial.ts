import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import type { Report } from '../cli/doctor/examine-all';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { type CliTrial, cliTrial } from './cli-trial';
import { type MadeTenant, makeTenant } from './make-tenant';

/** A sound installation with one tenant, and the doctor beside it. */
export interface DoctorTrial {
  database: CliTrial['database'];
  owner: Sql;
  acme: MadeTenant;
  /** Makes the environment sound again. Call it in `beforeEach`. */
  prepare(): void;
  doctor(...args: string[]): ReturnType<CliTrial['run']>;
  /** What is not sound: its state, and each finding with its remedy. */
  findings(): Promise<Record<string, string[]>>;
  end(): Promise<void>;
}

/** Makes one. Call it in `beforeAll`, and `end` in `afterAll`. */
export async function doctorTrial(): Promise<DoctorTrial> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'tenantry-doctor-'));
  const trial = await cliTrial(null);
  const { database } = trial;
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const owner = openOwnerClient(database.ownerUrl);
  const acme = await makeTenant(owner, 'acme');
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    select id, owner_id, 'owner', true, true from platform.tenants`;
  const doctor = (...args: string[]) => trial.run(['doctor', ...args]);
  return {
    ...{ database, owner, acme, doctor },
    prepare() {
      const AUTH_SECRET = 'x'.repeat(40);
      Object.assign(env(), { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR, AUTH_SECRET });
    },
    async findings() {
      const reports: Report[] = JSON.parse((await doctor('--json')).out);
      const entries = reports
        .filter(({ state }) => state !== 'sound')
        .map(({ name, state, findings }) => {
          const told = findings.map(({ what, remedy }) => `${what} > ${remedy}`);
          return [name, [state, ...told]];
        });
      return Object.fromEntries(entries);
    },
    async end() {
      await owner.end();
      await trial.end();
      rmSync(DATA_DIR, { recursive: true });
    },
  };
}
