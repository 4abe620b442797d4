import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether a process runs. A zombie counts as dead: it holds no port and no file, but a plain
 * kill(pid, 0) calls it alive, for ever in a container whose first process reaps nothing.
 * @param {number} pid
 */
export function isProcessAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * A text that differs between two processes that had the same pid one after the other (pids
 * repeat after a reboot, and in containers on every start). Empty where it cannot be told.
 * @param {number} pid
 */
export function processStamp(pid) {
  if (process.platform === 'linux') return linuxStamp(pid);
  if (process.platform === 'win32') return '';
  return askPs(pid, 'lstart=');
}

/**
 * The command line of a process, empty where it cannot be read.
 * @param {number} pid
 */
export function processCommand(pid) {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return askPs(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function isZombie(pid) {
  if (process.platform === 'win32') return false;
  if (process.platform !== 'linux') return askPs(pid, 'state=').startsWith('Z');
  return statFields(pid)[0] === 'Z';
}

function linuxStamp(pid) {
  const started = statFields(pid)[19];
  return started ? `${bootId()}:${started}` : '';
}

/** The fields of /proc/<pid>/stat after the command, whose name may hold blanks and brackets. */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function askPs(pid, column) {
  const answer = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return (answer.stdout ?? '').trim();
}
