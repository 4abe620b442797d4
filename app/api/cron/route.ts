import { platformRoute } from '@/lib/api/platform-route';
import { runCron } from '@/lib/jobs/run-cron';
import { wiring } from '@/lib/reactions';

/** Room for the budget of a run and the job that is under way at its end. */
export const maxDuration = 60;

/** Works off events, jobs and audit log, for where no worker runs. Asked by a scheduler (S1.28). */
export const GET = platformRoute(
  async ({ request }) => {
    const drained = await runCron(wiring, request.headers.get('authorization'));
    return Response.json(drained, { headers: { 'cache-control': 'no-store' } });
  },
  { permission: 'public' },
);
