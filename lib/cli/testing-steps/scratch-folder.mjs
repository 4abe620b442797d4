import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for the databases and servers of a test, in the folder of the run when `npm test`
 * started it (TENANTRY_SCRATCH). Readable by everyone, since as root the
 * embedded database runs as another user, who must be able to reach its data.
 */
export function makeScratchFolder(parent = process.env.TENANTRY_SCRATCH ?? tmpdir()) {
  const folder = mkdtempSync(join(parent, 'tenantry-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Removes the folder, ending first any database server in it that its owner, killed or crashed,
 * left behind.
 */
export async function removeScratchFolder(folder) {
  const servers = postmasterFiles(folder).map(readPid);
  for (const pid of servers) endServer(pid);
  if (servers.length > 0) await new Promise((resolve) => setTimeout(resolve, 1500));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function postmasterFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('postmaster.pid'))
    .map((path) => join(folder, path));
}

function readPid(path) {
  return Number(readFileSync(path, 'utf8').split('\n')[0]);
}

function endServer(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
