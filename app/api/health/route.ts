import { platformRoute } from '@/lib/api/platform-route';
import { checkHealth } from '@/lib/health/check-health';

/** Says which part is down; 503 when pages could not be made. Asked by launchers and load balancers. */
export const GET = platformRoute(
  async () => {
    const health = await checkHealth();
    return Response.json(health, {
      status: health.status === 'down' ? 503 : 200,
      headers: { 'cache-control': 'no-store' },
    });
  },
  { permission: 'public' },
);
