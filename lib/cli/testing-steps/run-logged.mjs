import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { cleanEnvironment } from './clean-environment.mjs';
import { projectRoot, resultsFolder } from './project.mjs';
import { forgetChild, isStopping, keepChild, killTree } from './running-children.mjs';

/**
 * Runs one command of a step. Its output goes to test-results/<log>.log and into the answer.
 *
 * @param {string} log - name of the log; several commands of a step share it.
 * @param {string[]} command - program and arguments; 'node' means the node that runs this.
 * @param {{ env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 124 after the time limit, 127 when the
 *   program does not exist. Never settles once the run is being stopped, so that nothing follows.
 */
export async function runLogged(log, command, { env = {}, minutes = 10 } = {}) {
  if (isStopping()) return new Promise(() => {});
  const path = `${resultsFolder}/${log}.log`;
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path, { flags: 'a' });
  const [program, ...args] = command;
  const chunks = [];
  const write = (text) => {
    chunks.push(text);
    file.write(text);
  };
  write(`$ ${command.join(' ')}\n`);
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: projectRoot,
    env: cleanEnvironment({ NO_COLOR: '1', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that everything a step started can be ended with it.
    detached: process.platform !== 'win32',
  });
  const code = await exitCode(child, write, minutes);
  await new Promise((resolve) => file.end(resolve));
  return { code, output: chunks.join('') };
}

function exitCode(child, write, minutes) {
  keepChild(child);
  child.stdout.setEncoding('utf8').on('data', write);
  child.stderr.setEncoding('utf8').on('data', write);
  return new Promise((resolve) => {
    let tooLong = false;
    const timer = setTimeout(() => {
      tooLong = true;
      write(`\nstopped after ${minutes} minutes\n`);
      killTree(child, 'SIGKILL');
    }, minutes * 60_000);
    const finish = (code) => {
      clearTimeout(timer);
      forgetChild(child);
      if (!isStopping()) resolve(tooLong ? 124 : code);
    };
    child.on('error', (error) => {
      write(`${error.message}\n`);
      finish(127);
    });
    // Not 'close': a process the child left behind may hold the pipes open for ever.
    child.on('exit', (code) => setTimeout(finish, 50, code ?? 1));
  });
}
