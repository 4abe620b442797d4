import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envKeys } from '../env';
import { projectRoot } from './project-root';

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  scripts: Record<string, string>;
  engines: { node: string };
}

interface Lockfile {
  packages: Record<
    string,
    {
      version?: string;
      resolved?: string;
      integrity?: string;
      optional?: boolean;
      optionalDependencies?: Record<string, string>;
    }
  >;
}

const manifest = JSON.parse(read('package.json')) as Package;
const lockfile = JSON.parse(read('package-lock.json')) as Lockfile;

describe('dependencies', () => {
  const all = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });

  test.each(all)('%s is pinned to one version: %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lockfile.packages[`node_modules/${name}`]?.version).toBe(version);
  });

  test('the lockfile names no private registry', () => {
    const addresses = Object.values(lockfile.packages).map(({ resolved }) => resolved);
    const foreign = addresses.filter(
      (address) => address !== undefined && !address.startsWith('https://registry.npmjs.org/'),
    );
    expect(foreign).toEqual([]);
  });

  // `npm ci` refuses a lockfile that lacks one, on every platform, ours included.
  test('the lockfile names the packages of every platform', () => {
    const missing = Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) =>
          !lockfile.packages[`node_modules/${name}`] &&
          !lockfile.packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  // The lockfile names the packages of every platform; those of others may stand without one.
  test('the lockfile has a checksum for every package that is not for one platform only', () => {
    const without = Object.entries(lockfile.packages)
      .filter(([path, { integrity, optional }]) => path !== '' && !integrity && !optional)
      .map(([path]) => path);
    expect(without).toEqual([]);
  });
});

describe('what a newcomer reads first', () => {
  test.each(['npm start', 'npm test'])('the README names `%s`', (command) => {
    expect(read('README.md')).toContain(command);
  });

  test('CI runs the same command as a person', () => {
    expect(read('.ci/run')).toMatch(/^npm test$/m);
  });

  test('.env.example lists exactly the variables the application reads', () => {
    const names = [...read('.env.example').matchAll(/^#?\s*([A-Z][A-Z0-9_]*)=/gm)];
    expect(names.map(([, name]) => name).sort()).toEqual([...envKeys].sort());
  });
});

function read(path: string): string {
  const full = join(projectRoot, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}
