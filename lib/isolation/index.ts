// First, before anything of Next is loaded.
import './cache/next-environment';
import { parseArgs } from 'node:util';
import { countReport, describePart } from './print-report';
import { runIsolation } from './run-isolation';

const help = `npm run isolation -- [--help]
node --conditions=react-server --import tsx lib/isolation/index.ts [--json] [--help]

Proves that tenants cannot see each other. What exists is listed from the running thing: tables and
functions from the database, pages, routes and server actions from the production build, the API
from its own document, resources from their declarations, cache functions and tags from their
modules. Each is tried from the other tenant's side, each wall with the other one off, and what
stands behind sign-in by everybody who has no right to it; what exists and is covered by nothing
fails. Then saboteurs take one guard away at a time, in scratch databases, test code and a server of
their own, and each must be noticed.

It needs the production build (npm run build) and starts a database and a server of its own.
--json adds a last line with the counts. Exit code 0 only if nothing got through.
`;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});

// Ends what was started, too: servers are killed when the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (values.help) {
  process.stdout.write(help);
} else {
  process.exitCode = await run(values.json ?? false);
  // A connection that lingers must not hold the run.
  setTimeout(() => process.exit(), 2000).unref();
}

async function run(json: boolean): Promise<number> {
  const started = Date.now();
  try {
    const report = await runIsolation((part) => print(describePart(part)));
    const counts = countReport(report);
    const seconds = Math.round((Date.now() - started) / 1000);
    print([
      `${counts.passed} passed, ${counts.failed} failed, ${counts.attempts} attempts, ${seconds} s`,
    ]);
    if (json) print([JSON.stringify(counts)]);
    return counts.failed === 0 ? 0 : 1;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const where = error instanceof Error ? (error.stack ?? '') : '';
    print([`The isolation run could not be carried out: ${reason}`, where]);
    if (json) print([JSON.stringify({ passed: 0, failed: 1, skipped: [], leaks: [reason] })]);
    return 1;
  }
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
