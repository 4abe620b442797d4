import { createAppClient } from '../../db/client';
import { readJobHealth } from '../../jobs/job-store';
import { type Examination, type Finding, fault, warning } from './diagnosis';

const mostMinutesLate = 5;

/** Somebody works off what is due; nothing was given up; every audit log can be sealed. */
export const examineJobs: Examination = {
  name: 'jobs',
  run: async ({ appUrl }) => {
    const client = createAppClient(appUrl, { max: 1 });
    const { oldestSeconds, dead, unsealed } = await readJobHealth(client).finally(client.end);
    const found: Finding[] = [];
    const minutes = Math.round((oldestSeconds ?? 0) / 60);
    if (minutes >= mostMinutesLate) {
      const remedy =
        'Start the application with WORKER=on, or let a scheduler call /api/cron with CRON_SECRET.';
      found.push(fault(`Jobs wait: the oldest has been due for ${minutes} minutes.`, remedy));
    }
    if (dead > 0) {
      const remedy =
        'Look with `npm run tenant -- jobs list --dead`, then `jobs retry` or `jobs discard`.';
      found.push(warning(`${dead} ${dead === 1 ? 'job was' : 'jobs were'} given up.`, remedy));
    }
    if (unsealed > 0) {
      const remedy = '`npm run tenant -- audit verify` says which, and why.';
      found.push(fault(`${unsealed} audit logs cannot be sealed.`, remedy));
    }
    return found;
  },
};
