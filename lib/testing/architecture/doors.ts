import { doorExports, importedDoors } from './door-exports';
import { isNode, type Rule, type SourceFile, visitNodes } from './source-file';

const pageDoors = ['tenantPage', 'platformPage'];
const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
/** Next makes routes of these as well, without a place for a door. */
const otherRoutes =
  /^app\/(.*\/)?(sitemap|robots|manifest|(opengraph|twitter)-image|(apple-)?icon)\d?\.tsx?$/;

/**
 * Every page, route and action enters by a door of lib/api, which resolves the tenant: a layout is
 * no guard, for the page below it runs anyway and a route never runs layouts (style, 2.1).
 */
export const doors: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith('app/'))
    .flatMap((file) => [...faultsOfPage(file), ...faultsOfRoute(file), ...faultsOfActions(file)]);

function faultsOfPage(file: SourceFile): string[] {
  if (otherRoutes.test(file.path)) return [`${file.path} has no door; write a route.ts`];
  if (!/\/page\.tsx$/.test(file.path)) return [];
  const called = calledNames(file);
  const enters = pageDoors.some((door) => called.has(door));
  return enters ? [] : [`${file.path} calls neither ${pageDoors.join(' nor ')}`];
}

function faultsOfRoute(file: SourceFile): string[] {
  if (!/\/route\.tsx?$/.test(file.path)) return [];
  return doorExports(file, importedDoors(file, /Route$/))
    .filter(({ name, throughDoor }) => methods.test(name) && !throughDoor)
    .map(({ name }) => `${file.path}: ${name} is not made by a door of lib/api (xRoute)`);
}

function faultsOfActions(file: SourceFile): string[] {
  let isServer = false;
  visitNodes(file, ({ directive }) => {
    isServer ||= directive === 'use server';
  });
  if (!isServer) return [];
  return doorExports(file, importedDoors(file, /Action$/))
    .filter(({ throughDoor }) => !throughDoor)
    .map(({ name }) => `${file.path}: ${name} is not made by a door of lib/api (xAction)`);
}

function calledNames(file: SourceFile): Set<string> {
  const names = new Set<string>();
  visitNodes(file, ({ type, callee }) => {
    if (type === 'CallExpression' && isNode(callee)) names.add(String(callee.name ?? ''));
  });
  return names;
}
