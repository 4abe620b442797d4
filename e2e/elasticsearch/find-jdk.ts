import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MissingElasticsearch } from './missing-elasticsearch';

const run = promisify(execFile);
const oldest = 17;

/** Programs of one Java, which need not be on the PATH. */
export interface Jdk {
  java: string;
  javac: string;
}

/**
 * The Java of JAVA_HOME, else the one on the PATH.
 *
 * @throws MissingElasticsearch when there is none that compiles, or only an old one.
 */
export async function findJdk(): Promise<Jdk> {
  const folder = join(process.env.JAVA_HOME ?? '', 'bin');
  const ofHome = process.env.JAVA_HOME && existsSync(folder);
  const jdk = ofHome
    ? { java: join(folder, 'java'), javac: join(folder, 'javac') }
    : { java: 'java', javac: 'javac' };
  const printed = await run(jdk.javac, ['-version'], { timeout: 20_000 }).catch(() => null);
  if (printed === null) {
    throw new MissingElasticsearch(
      `There is no JDK ${oldest} or newer: ${jdk.javac} does not run.`,
    );
  }
  const version = Number(/javac (\d+)/.exec(printed.stdout + printed.stderr)?.[1] ?? 0);
  if (version < oldest) {
    throw new MissingElasticsearch(`There is no JDK ${oldest} or newer, only ${version}.`);
  }
  return jdk;
}
