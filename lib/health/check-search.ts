import { askHealth } from '../search/elasticsearch/ask-health';
import type { Check } from './check-health';

/** Whether posts are searched as configured. PostgreSQL always can where the other one cannot. */
export async function checkSearch(): Promise<Check> {
  const health = await askHealth();
  if (health.status === 'off') return { status: 'up', detail: 'PostgreSQL searches' };
  if (health.status === 'up') return { status: 'up' };
  return { status: 'down', detail: `PostgreSQL searches instead. ${health.words}` };
}
