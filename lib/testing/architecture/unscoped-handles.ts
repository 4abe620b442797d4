import { importGraph } from './import-graph';
import { isTest, type Rule } from './source-file';

const handles = /^lib\/db\/(client|platform-db|owner-[\w-]+|admin-[\w-]+)\.ts$/;
const places = /^lib\/(db|tenancy|auth|events|cache|health|server|cli|demo|testing|isolation)\//;

/** Handles that see every tenant stay with the few folders whose work is across tenants. */
export const unscopedHandles: Rule = (files) =>
  [...importGraph(files)].flatMap(([path, edges]) =>
    edges
      .filter(({ target, typeOnly }) => !typeOnly && target !== null && handles.test(target))
      .filter(() => !isTest(path) && !places.test(path))
      .map(({ target }) => `${path} imports the unscoped ${target}`),
  );
