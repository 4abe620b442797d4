import { existsSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isProcessAlive, processCommand } from './process-state.mjs';

/**
 * What is known of the server of a cluster from its postmaster.pid, the process table and its port.
 * One source alone is not enough: for a second after kill -9 the pid still answers (trap 8).
 * @param {string} clusterDir
 * @returns {Promise<{ state: 'stopped' | 'leftover' | 'busy' | 'running', pid: number, port: number }>}
 *   leftover: a file of a process that is gone or is not PostgreSQL; busy: starting or stopping
 */
export async function inspectServer(clusterDir) {
  const file = readPostmasterFile(clusterDir);
  if (!file) return { state: 'stopped', pid: 0, port: 0 };
  const { pid, port, status } = file;
  if (pid === 0) return { state: 'busy', pid, port };
  if (!isServerProcess(pid)) return { state: 'leftover', pid, port };
  if (status === 'ready' && (await speaksPostgres(port))) return { state: 'running', pid, port };
  return { state: 'busy', pid, port };
}

/** @returns {{ pid: number, port: number, status: string } | null} pid 0: not yet written */
export function readPostmasterFile(clusterDir) {
  const file = path.join(clusterDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const number = (line) => Number.parseInt(lines[line] ?? '', 10) || 0;
    return { pid: number(0), port: number(3), status: (lines[7] ?? '').trim() };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a pid is a live PostgreSQL, not another program that got the number later. */
export function isServerProcess(pid) {
  if (!isProcessAlive(pid)) return false;
  const command = processCommand(pid);
  return command === '' || command.includes('postgres');
}

/**
 * Asks a port the first question of the PostgreSQL protocol (SSLRequest), which is answered by one
 * letter before any login.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function speaksPostgres(port, timeoutMs = 1_000) {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
    socket.on('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.on('data', (data) => end(data[0] === 0x4e || data[0] === 0x53));
  });
}
