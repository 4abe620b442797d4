import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import {
  makeScratchFolder,
  removeScratchFolder,
} from '../../lib/cli/testing-steps/scratch-folder.mjs';
import { launchNode } from './launch-node';
import { MissingElasticsearch } from './missing-elasticsearch';
import { prepareElasticsearch } from './prepare-elasticsearch';

/** A real Elasticsearch of one's own: one node, which has what its server core has (pom.xml). */
export interface ElasticsearchNode {
  url: string;
  /** Sends a signal: SIGSTOP and SIGCONT at once, others until it has ended. SIGKILL is a crash. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Brings it back after it has ended, at the same address and with the same data. */
  restart(): Promise<void>;
  /** Ends it and throws its data away. */
  stop(): Promise<void>;
}

/** Why no node can run here, after fetching what it needs; null when one can. */
export async function whyNotElasticsearch(): Promise<string | null> {
  try {
    await prepareElasticsearch();
    return null;
  } catch (error) {
    if (error instanceof MissingElasticsearch) return error.message;
    throw error;
  }
}

/**
 * Starts a node on a free port and waits until it is healthy: seconds, but minutes where its parts
 * have yet to be fetched.
 *
 * @throws MissingElasticsearch when this machine cannot run one; Error when it does not come up.
 */
export async function startElasticsearch(): Promise<ElasticsearchNode> {
  const program = await prepareElasticsearch();
  const folder = makeScratchFolder();
  let child: ChildProcess | undefined;
  // It ends with this process anyway, unless it has been stopped by a signal.
  const lastResort = () => child?.kill('SIGKILL');
  process.once('exit', lastResort);
  const start = async (wanted: number) => {
    const launched = await launchNode(program, wanted, folder);
    child = launched.child;
    const url = `http://127.0.0.1:${launched.port}`;
    await untilHealthy(url);
    return { url, port: launched.port };
  };
  const stop = async () => {
    await end(child, 'SIGKILL');
    process.removeListener('exit', lastResort);
    await removeScratchFolder(folder);
  };
  try {
    const { url, port } = await start(0);
    const kill = (signal: NodeJS.Signals = 'SIGKILL') => end(child, signal);
    return { url, kill, restart: async () => void (await start(port)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await ended;
}

/** A node that answers may still be without its indices; yellow has every primary. */
async function untilHealthy(url: string): Promise<void> {
  const question = `${url}/_cluster/health?wait_for_status=yellow&timeout=5s`;
  for (const end = Date.now() + 60_000; ; await pause(200)) {
    const answer = await fetch(question, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error(`Elasticsearch at ${url} did not become healthy.`);
  }
}
