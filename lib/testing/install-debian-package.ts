import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Finds a server's program, or installs Debian's package where that may be done.
 *
 * @param program - where the package puts it.
 * @returns why it is missing; null when it is there.
 */
export function installDebianPackage(program: string, name: string): string | null {
  if (existsSync(program)) return null;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return `${name} is not installed, and it can only be installed by root on Debian`;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    if (!aptGet(args, env)) {
      return `${name} is not installed, and apt-get ${args[0]} failed`;
    }
  }
  return existsSync(program) ? null : `the package ${name} brought no ${program}`;
}

/** Waits for its turn: two files of tests may install at the same moment. */
function aptGet(args: string[], env: NodeJS.ProcessEnv): boolean {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const { status, stderr } = spawnSync('apt-get', args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 120_000,
    });
    if (status === 0) return true;
    if (!/could not get lock|unable to (acquire|lock)/i.test(String(stderr))) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
  }
  return false;
}
