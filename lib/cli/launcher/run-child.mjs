import { spawn } from 'node:child_process';
import { LauncherError } from './launcher-error.mjs';

const KEPT_LINES = 15;
const KILL_AFTER_MS = 2_000;
/** @type {Set<import('node:child_process').ChildProcess>} */
const active = new Set();

/**
 * Runs a program of a step to its end, in a process group of its own: a Ctrl-C in the terminal
 * reaches the launcher only, which then ends the whole group.
 * @param {object} options
 * @param {string} options.what for the message, as in "The migration"
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} options.cwd
 * @param {Record<string, string>} options.env
 * @param {AbortSignal} options.signal
 * @param {(line: string) => void} [options.onLine] without it the output is not shown
 * @param {string} [options.hint] the next thing to do when it fails
 * @returns {Promise<string>} its stdout
 * @throws {LauncherError} with the last lines; the signal's reason when aborted
 */
export function runChild({ what, command, args, cwd, env, signal, onLine, hint = '' }) {
  if (signal.aborted) return Promise.reject(signal.reason);
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && /\.cmd$/.test(command),
    windowsHide: true,
  });
  const last = [];
  let stdout = '';
  const keep = (line) => {
    last.push(redact(line));
    if (last.length > KEPT_LINES) last.shift();
    onLine?.(redact(line));
  };
  child.stdout.on('data', (chunk) => (stdout += chunk));
  splitLines(child.stdout, keep);
  splitLines(child.stderr, keep);
  const letGo = endOnAbort(child, signal);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      letGo();
      reject(new LauncherError(`${what} could not be started: ${cause.message}`, { hint, cause }));
    });
    child.on('close', (code, signalName) => {
      letGo();
      if (signal.aborted) reject(signal.reason);
      else if (code === 0) resolve(stdout);
      else
        reject(
          new LauncherError(`${what} failed (${signalName ?? `code ${code}`}).`, {
            lines: last,
            hint,
          }),
        );
    });
  });
}

/** Ends what runs at once: nobody is left to wait for it. */
export function killChildren() {
  for (const child of active) signalGroup(child, 'SIGKILL');
}

/**
 * Ends a process and everything it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
export function signalGroup(child, name) {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Passwords in addresses never reach the screen. */
export function redact(line) {
  return line.replace(/(postgres(?:ql)?:\/\/[^:@\s]+:)[^@\s]+@/g, '$1***@');
}

function endOnAbort(child, signal) {
  let timer;
  const end = () => {
    signalGroup(child, 'SIGTERM');
    timer = setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER_MS);
  };
  active.add(child);
  signal.addEventListener('abort', end, { once: true });
  return () => {
    active.delete(child);
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
}

function splitLines(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
  });
  stream.on('end', () => rest.trim() && onLine(rest));
}
