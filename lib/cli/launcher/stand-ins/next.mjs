// For the launcher's tests: stands in for Next. It notes what it was asked and with which
// environment, builds by writing BUILD_ID and serves the health check only.
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [command, , port] = process.argv.slice(2);
const { DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET, DATA_DIR, PORT } = process.env;
const seen = { DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET, DATA_DIR, PORT };
appendFileSync('calls.log', `${JSON.stringify({ next: command, pid: process.pid, ...seen })}\n`);
if (existsSync(`fail-${command}`)) throw new Error(`the stand-in was told to fail: ${command}`);

if (command === 'build') {
  if (existsSync('hang-build')) {
    process.on('SIGTERM', () => appendFileSync('calls.log', '{"ignored":"SIGTERM"}\n'));
    await sleep(600_000);
  }
  mkdirSync('.next', { recursive: true });
  writeFileSync('.next/BUILD_ID', 'stand-in');
} else {
  const server = http.createServer((request, response) => {
    if (request.url === '/die') process.exit(7);
    response.end(`{"host":"${request.headers.host}"}`);
  });
  server.listen(Number(port));
  process.on('SIGTERM', () => existsSync('hang-start') || process.exit(143));
}
