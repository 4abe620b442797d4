import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { MissingElasticsearch } from './missing-elasticsearch';

const run = promisify(execFile);
const minutes = 10;
/** By its whole name, for whose version the pom is asked; a short one would need the network. */
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin';

/**
 * Has Maven fetch what a pom names, some 45 MB the first time, into its own repository.
 *
 * @param target - a file to leave the class path in.
 * @returns the class path.
 * @throws MissingElasticsearch when there is no Maven or it does not get them.
 */
export async function fetchJars(pom: string, target: string): Promise<string> {
  const options = [
    '--batch-mode',
    '--quiet',
    '-Dstyle.color=never',
    // A refusal of the past is asked about again: the network may be back.
    '--update-snapshots',
    // Without a network that is soon known; a slow one may take its time.
    '-Daether.connector.connectTimeout=5000',
    '-Daether.connector.requestTimeout=60000',
  ];
  const goal = [`${plugin}:build-classpath`, `-Dmdep.outputFile=${target}`];
  try {
    await run('mvn', [...options, '--file', pom, ...goal], { timeout: minutes * 60_000 });
  } catch (error) {
    throw new MissingElasticsearch(reasonOf(error as MavenFault));
  }
  return readFileSync(target, 'utf8').trim();
}

interface MavenFault extends Error {
  code?: string | number | null;
  killed?: boolean;
  stdout?: string;
}

function reasonOf({ code, killed, stdout, message }: MavenFault): string {
  if (code === 'ENOENT') return 'There is no Maven: mvn does not run.';
  if (killed) return `Maven has not fetched Elasticsearch within ${minutes} minutes.`;
  const said = /\[ERROR\] (.+?)( -> \[Help|$)/m.exec(stdout ?? '')?.[1] ?? message;
  // A long sentence names one artifact after the other before it says what is wrong.
  return `Maven could not fetch Elasticsearch: ${said.length > 400 ? `... ${said.slice(-400)}` : said}`;
}
