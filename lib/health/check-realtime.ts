import { askServer } from '../realtime/ask-server';
import type { Check } from './check-health';

const patienceMilliseconds = 1500;

/** Whether pages hear of what happens. Without it they find it when they are opened anew. */
export async function checkRealtime(): Promise<Check> {
  const patience = new Promise<'down'>((resolve) => {
    setTimeout(resolve, patienceMilliseconds, 'down').unref();
  });
  const status = await Promise.race([askServer(), patience]);
  if (status === 'up') return { status };
  if (status === 'off') return { status, detail: 'PUSHER_* names no server, and none is embedded' };
  return { status, detail: 'pages hear nothing until it is back; nothing is lost' };
}
