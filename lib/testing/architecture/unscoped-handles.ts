import { importGraph } from './import-graph';
import { isTest, type Rule } from './source-file';

const handles = /^lib\/db\/(client|platform-db|owner-[\w-]+|admin-[\w-]+)\.ts$/;
const places =
  /^lib\/(db|tenancy|auth|events|audit|jobs|domains|cache|limits|realtime|removal|health|server|cli|demo|testing|isolation)\//;

/** The console's is made from a session that was just read, which only the doors do. */
const consoleHandle = 'lib/db/console-db.ts';
const consolePlaces = /^lib\/(db|api|testing|isolation)\//;

/** Handles that see every tenant stay with the few folders whose work is across tenants. */
export const unscopedHandles: Rule = (files) =>
  [...importGraph(files)].flatMap(([path, edges]) =>
    edges
      .filter(({ target, typeOnly }) => !typeOnly && !isTest(path) && isOutOfPlace(path, target))
      .map(({ target }) => `${path} imports the unscoped ${target}`),
  );

function isOutOfPlace(path: string, target: string | null): boolean {
  if (target === consoleHandle) return !consolePlaces.test(path);
  return target !== null && handles.test(target) && !places.test(path);
}
