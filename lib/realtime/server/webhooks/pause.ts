import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, though not once the signal has come, and without keeping the process running. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {});
}
