import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeScratchFolder } from '@/lib/cli/testing-steps/scratch-folder.mjs';
import type { BenchContext, Measurement } from './bench-context';
import { type BenchOptions, parseOptions, type RatioId, usage } from './parse-options';
import { measureAdminPage } from './ratios/admin-page';
import { measureBroadcast } from './ratios/broadcast';
import { measureCachedPage } from './ratios/cached-page';
import { measureDeepList } from './ratios/deep-list';
import { measureManyTenants } from './ratios/many-tenants';
import { measureScopedQuery } from './ratios/scoped-query';
import { measureSearchAsYouType } from './ratios/search-as-you-type';
import { measureWriteWithEvent } from './ratios/write-with-event';
import { formatTable } from './report/format-table';
import type { RatioResult } from './report/ratio-result';
import { toStored, writeResults } from './report/write-results';

const measurements: Record<RatioId, Measurement> = {
  P1: measureCachedPage,
  P2: measureAdminPage,
  P3: measureScopedQuery,
  P4: measureDeepList,
  P5: measureSearchAsYouType,
  P6: measureBroadcast,
  P7: measureManyTenants,
  P9: measureWriteWithEvent,
};

// Ends through the 'exit' listeners, which end the servers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();

/** 0 when everything was measured, whatever came out; 1 when something could not be; 2 for a wrong option. */
async function main(): Promise<number> {
  let options: BenchOptions;
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const results: RatioResult[] = [];
  let failed = 0;
  for (const id of options.only) {
    try {
      results.push(...(await measure(measurements[id], options.quick)));
    } catch (error) {
      failed += 1;
      say(`${id} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  show(results, options);
  return failed === 0 ? 0 : 1;
}

/** Runs one measurement in a folder of its own and clears up after it, whatever happened. */
async function measure(measurement: Measurement, quick: boolean): Promise<RatioResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const ends: (() => Promise<unknown> | unknown)[] = [];
  const bench: BenchContext = { quick, folder, say, defer: (end) => ends.unshift(end) };
  try {
    return await measurement(bench);
  } finally {
    for (const end of ends) await end();
    await removeScratchFolder(folder);
    process.removeListener('exit', remove);
  }
}

function show(results: RatioResult[], { json, quick }: BenchOptions): void {
  const stored = results.map((result) => toStored(result, quick));
  if (stored.length === 0) return;
  writeResults(fileURLToPath(new URL('.', import.meta.url)), stored);
  const text = json ? JSON.stringify({ ratios: stored }, null, 2) : formatTable(results);
  process.stdout.write(`${text}\n`);
  if (quick) say('A quick run: for trying things, not for judging them.');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
