import { importGraph } from './import-graph';
import { isTest, type Rule } from './source-file';

const storePlaces =
  /^lib\/(db\/scope|tenancy\/context|isolation\/cache\/next-environment)\.ts$|^bench\//;
const ambient = /^lib\/tenancy\/(context|run-as-\w+|for-each-tenant|scoped)\.ts$/;
const outerPlaces = /^lib\/(tenancy|api|jobs|server|cli|demo|testing|isolation)\//;

/**
 * Who works for which tenant is said in two places only, and domain code does not ask there: it
 * takes `ctx`, which no await, timer or queue can drop.
 */
export const ambientContext: Rule = (files) =>
  [...importGraph(files)].flatMap(([path, edges]) =>
    edges
      .filter(({ typeOnly }) => !typeOnly && !isTest(path))
      .flatMap(({ specifier, target }) => {
        if (/^(node:)?async_hooks$/.test(specifier) && !storePlaces.test(path)) {
          return [`${path} keeps state in async_hooks`];
        }
        const isAmbient = target !== null && ambient.test(target) && !outerPlaces.test(path);
        return isAmbient ? [`${path} asks ${target} for its tenant; take ctx instead`] : [];
      }),
  );
