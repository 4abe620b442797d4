import { type RealtimeClient, startRealtime } from '@/lib/realtime/browser/realtime-client';

let shared: { basePath: string; client: RealtimeClient; users: number } | null = null;

/**
 * Takes the one connection of this page, however many of its parts listen.
 *
 * @returns it, and a function that gives it back; with the last part it ends.
 */
export function takeRealtime(basePath: string): [RealtimeClient, () => void] {
  if (shared?.basePath !== basePath) {
    shared = { basePath, client: startRealtime(basePath), users: 0 };
  }
  const taken = shared;
  taken.users += 1;
  const giveBack = () => {
    taken.users -= 1;
    // A page that changes takes it again at once.
    setTimeout(() => {
      if (taken.users > 0) return;
      taken.client.stop();
      if (shared === taken) shared = null;
    });
  };
  return [taken.client, giveBack];
}
