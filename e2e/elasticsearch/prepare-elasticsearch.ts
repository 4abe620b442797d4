import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../lib/testing/project-root';
import { fetchJars } from './fetch-jars';
import { findJdk } from './find-jdk';

const run = promisify(execFile);
const folder = join(projectRoot, 'e2e', 'elasticsearch');
const pom = join(folder, 'pom.xml');
const sources = join(folder, 'src');
const cache = join(projectRoot, 'node_modules', '.cache', 'elasticsearch');

/** The program that is a node, up to its own arguments. */
export interface NodeProgram {
  java: string;
  classPath: string;
}

/**
 * Fetches the jars and compiles the classes; what was made before is taken while pom and sources
 * are the same.
 *
 * @throws MissingElasticsearch when this machine lacks something for it.
 */
export async function prepareElasticsearch(): Promise<NodeProgram> {
  const { java, javac } = await findJdk();
  const files = readdirSync(sources).map((name) => join(sources, name));
  const made = join(cache, hashOf([pom, ...files]));
  const jars = readJars(made) ?? (await make(made, javac, files));
  return { java, classPath: [join(made, 'classes'), jars].join(delimiter) };
}

/** In a folder of its own first: another run may be at it, and this one may be stopped. */
async function make(made: string, javac: string, files: string[]): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'new-'));
  try {
    const jars = await fetchJars(pom, join(work, 'jars'));
    const options = ['--release', '17', '-proc:none', '-Xlint:none', '-cp', jars];
    await run(javac, [...options, '-d', join(work, 'classes'), ...files], { timeout: 120_000 });
    await rm(made, { recursive: true, force: true });
    await rename(work, made);
    return jars;
  } catch (error) {
    const theirs = readJars(made);
    if (theirs === null) throw error;
    return theirs;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The class path made before; null where there is none, or its jars have been cleared away. */
function readJars(made: string): string | null {
  const path = join(made, 'jars');
  if (!existsSync(path)) return null;
  const jars = readFileSync(path, 'utf8').trim();
  return jars.split(delimiter).every((jar) => existsSync(jar)) ? jars : null;
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
