import { importGraph } from './import-graph';
import { isTest, type Rule } from './source-file';

/** Code that only tests run, or the commands that check the tree. */
const places =
  /^lib\/(testing|isolation)\/|\/(testing|stand-ins)\/|^lib\/cli\/(testing-steps\/|test\.mjs$|check-doors\.ts$)/;
const packages = /^(vitest|@vitest|@playwright|playwright|fast-check|smtp-server|autocannon)(\/|$)/;

/**
 * What serves people imports nothing that is there for tests: such code makes tenants, reads them all
 * and throws them away, and its packages are not installed in production.
 */
export const testCode: Rule = (files) =>
  [...importGraph(files)].flatMap(([path, edges]) =>
    edges
      .filter(({ typeOnly }) => !typeOnly && !isOfTests(path))
      .filter(({ specifier, target }) =>
        target === null ? packages.test(specifier) : isOfTests(target),
      )
      .map(({ specifier }) => `${path} imports ${specifier}, which is for tests`),
  );

function isOfTests(path: string): boolean {
  return isTest(path) || places.test(path);
}
