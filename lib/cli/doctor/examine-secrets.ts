import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../../env';
import { type Examination, type Finding, fault, warning } from './diagnosis';

/** What must be set where others can reach it. */
export const examineSecrets: Examination = {
  name: 'secrets',
  isApart: true,
  run: async ({ dataDir }) => {
    const { AUTH_SECRET, CRON_SECRET, WORKER } = env();
    const found: Finding[] = [];
    if (!AUTH_SECRET && !existsSync(join(dataDir, 'auth-secret'))) {
      const remedy = 'Set it to 32 random characters or more: openssl rand -hex 32';
      found.push(fault('AUTH_SECRET is not set, and none is kept: nobody can sign in.', remedy));
    }
    if (WORKER === 'off' && !CRON_SECRET) {
      const remedy = 'Set WORKER=on, or CRON_SECRET for the scheduler that calls /api/cron.';
      found.push(
        warning('No worker is meant to run, and no scheduler can take its place.', remedy),
      );
    }
    return found;
  },
};
