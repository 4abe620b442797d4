import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { edgeWarnings } from './launcher/edge-warnings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// `npm run build`: `next build`, and a failure where Next only warns. What cannot run at the edge
// would make every request a 500.
const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('close', (code, signal) => {
  const [fault] = edgeWarnings(log);
  if (fault) console.error(`\nThe middleware cannot run at the edge: ${fault.trim()}`);
  process.exitCode = fault ? 1 : (code ?? (signal ? 1 : 0));
});
