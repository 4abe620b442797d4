import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a build is made from. */
const SOURCES = [
  'app',
  'lib',
  'public',
  'instrumentation.ts',
  'middleware.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** Parts of lib that no page reaches: a change there needs no build. */
const LEFT_OUT = ['lib/cli', 'lib/embedded', 'lib/isolation', 'lib/testing'];

/**
 * A hash over the names and contents of all sources of the build. Times are not looked at: they
 * differ between clones and after a checkout.
 * @param {string} root
 * @returns {string}
 */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((name) => listFiles(root, name))) {
    const body = readFileSync(path.join(root, file));
    hash.update(`${file}\0${body.length}\0`).update(body);
  }
  return hash.digest('hex');
}

/** Paths below the root with forward slashes, sorted. */
function listFiles(root, name) {
  const full = path.join(root, name);
  if (LEFT_OUT.includes(name) || /\.test\.tsx?$/.test(name) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .sort()
    .flatMap((entry) => listFiles(root, `${name}/${entry}`));
}
