import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { edgeWarnings } from './launcher/edge-warnings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs Node in the project and shows what it prints.
 * @param {string[]} args
 * @returns {Promise<{ code: number, log: string }>}
 */
function runNode(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env },
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let log = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.setEncoding('utf8').on('data', (text) => {
      log += text;
      to.write(text);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), log }));
  });
}

// `npm run build`: `next build`, and a failure where Next has nothing to say: a page, route or
// action without a door, and what cannot run at the edge, where every request would be a 500.
const checked = await runNode(['--import', 'tsx', 'lib/cli/check-doors.ts']);
if (checked.code !== 0) {
  console.error('\nThe build stops: the lines above name what enters by no door of lib/api.');
  process.exitCode = 1;
} else {
  const built = await runNode(['node_modules/next/dist/bin/next', 'build']);
  const [fault] = edgeWarnings(built.log);
  if (fault) console.error(`\nThe middleware cannot run at the edge: ${fault.trim()}`);
  process.exitCode = fault ? 1 : built.code;
}
