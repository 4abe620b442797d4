import type { AppClient } from '../db/client';
import type { Wiring } from './wiring';
import { startWorker, type Worker } from './worker';

// On globalThis: instrumentation and routes are bundled apart and would each have their own.
const kept = globalThis as unknown as { tenantryWorker?: Worker };

/** The worker of this process, when one was started. */
export function currentWorker(): Worker | undefined {
  return kept.tenantryWorker;
}

/** Starts the worker of this process, once. */
export function startCurrentWorker(client: AppClient, wiring: Wiring): Worker {
  kept.tenantryWorker ??= startWorker({ client, wiring });
  return kept.tenantryWorker;
}
