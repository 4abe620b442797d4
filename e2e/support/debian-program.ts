import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Why a program of Debian's is not here, after trying its package as root; null when it is.
 *
 * @param program - its path.
 * @param name - of the package.
 */
export function missingProgram(program: string, name: string): string | null {
  if (existsSync(program)) return null;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return `${program} is not installed, and it can only be installed by root on Debian`;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 120_000 });
    if (status !== 0) return `${program} is not installed, and apt-get ${args[0]} failed`;
  }
  return existsSync(program) ? null : `the package ${name} brought no ${program}`;
}
