import { type ChildProcess, spawn } from 'node:child_process';
import type { NodeProgram } from './prepare-elasticsearch';

const patience = 180_000;

/** A process that has said it is ready. */
export interface LaunchedNode {
  child: ChildProcess;
  port: number;
}

/**
 * Starts the process of a node. It ends by itself when this process does.
 *
 * @param port - 0 for any.
 * @param folder - for its data; a node started there again has them.
 * @throws Error with its last words when it does not come up.
 */
export function launchNode(
  { java, classPath }: NodeProgram,
  port: number,
  folder: string,
): Promise<LaunchedNode> {
  // It lives for minutes: quick to start counts for more than fast later on.
  const flags = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const child = spawn(java, [
    ...[...flags, '-cp', classPath],
    ...['tenantry.StartNode', String(port), folder],
  ]);
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      child.kill('SIGKILL');
      reject(new Error(`Elasticsearch ${what}:\n${said}`));
    };
    const timer = setTimeout(fail, patience, `was not ready after ${patience / 1000} s`);
    const hear = (text: string) => {
      said = (said + text).slice(-8000);
      const ready = /^ES_READY (\d+)$/m.exec(said);
      if (!ready) return;
      clearTimeout(timer);
      resolve({ child, port: Number(ready[1]) });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', ({ message }) => {
      clearTimeout(timer);
      fail(`could not be started, ${message}`);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? signal}`);
    });
  });
}
