// For the launcher's tests: stands in for lib/cli/index.ts. It notes what it was asked and with
// which environment.
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [command] = process.argv.slice(2);
const { TENANTRY_ADMIN_URL: admin = '', TENANTRY_APP_PASSWORD, DATABASE_OWNER_URL } = process.env;
appendFileSync('calls.log', `${JSON.stringify({ cli: command, DATABASE_OWNER_URL })}\n`);
console.log(`stand-in ${command}`);
if (existsSync(`hang-${command}`)) await sleep(600_000);
if (existsSync(`fail-${command}`))
  throw new Error(`cannot reach ${admin || 'postgres://a:pw@h/d'}`);
if (command === 'db-setup') {
  const url = (role: string) => admin.replace(/\/\/[^@]+@/, `//${role}:${TENANTRY_APP_PASSWORD}@`);
  console.log(JSON.stringify({ DATABASE_URL: url('app'), DATABASE_OWNER_URL: url('owner') }));
}
process.exit(0);
