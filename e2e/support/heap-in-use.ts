import { expect } from '@playwright/test';
import { projectRoot } from '../../lib/testing/project-root';
import type { TestServer } from './server';

const line = /heap in use: (\d+)/g;

/** What makes a server answer `heapInUse`: goes into its NODE_OPTIONS. */
export const heapReport = `--import ${projectRoot}/e2e/support/report-heap.mjs`;

/** Bytes the heap of a server holds once its garbage is collected. */
export async function heapInUse(server: TestServer): Promise<number> {
  const reports = () => [...server.logs().matchAll(line)];
  const before = reports().length;
  process.kill(server.pid, 'SIGUSR2');
  await expect.poll(() => reports().length, { timeout: 30_000 }).toBe(before + 1);
  return Number(reports().at(-1)?.[1]);
}
