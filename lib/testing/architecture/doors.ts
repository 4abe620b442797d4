import { defaultExport, doorExports, fileDirectives, importedDoors } from './door-exports';
import {
  isNode,
  isTest,
  type Rule,
  type SourceFile,
  type SyntaxNode,
  visitNodes,
} from './source-file';

const publicPages = ['tenantPage', 'platformPage', 'visitorPage', 'rootVisitorPage', 'mailboxPage'];
const memberPages = ['adminPage', 'accountPage', 'consolePage', 'rootAccountPage'];
const pageDoors = [...publicPages, ...memberPages];
const namedDoors = /^(adminPage|consolePage|\w+(Route|Action))$/;
const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
/** Next makes routes of these as well, without a place for a door. */
const otherRoutes =
  /^app\/(.*\/)?(sitemap|robots|manifest|(opengraph|twitter)-image|(apple-)?icon)\d?\.tsx?$/;

/**
 * Every page, route and action enters by a door of lib/api, which resolves the tenant: a layout is
 * no guard, for the page below it runs anyway and a route never runs layouts (style, 2.1). And every
 * door says which right it asks for. `npm run build` stops here as well.
 */
export const doors: Rule = (files) =>
  files
    .filter((file) => !isTest(file.path) && /^(app|lib)\//.test(file.path))
    .flatMap((file) => [
      ...(file.path.startsWith('app/') ? [...faultsOfPage(file), ...faultsOfRoute(file)] : []),
      ...faultsOfActions(file),
      ...faultsOfRights(file),
    ]);

function faultsOfPage(file: SourceFile): string[] {
  if (otherRoutes.test(file.path)) return [`${file.path} has no door; write a route.ts`];
  if (!/\/page\.tsx$/.test(file.path)) return [];
  const called = calls(file).map(({ callee }) => String((callee as SyntaxNode).name ?? ''));
  const enters = pageDoors.some((door) => called.includes(door));
  return enters ? [] : [`${file.path} calls none of ${pageDoors.join(', ')}`];
}

function faultsOfRoute(file: SourceFile): string[] {
  if (!/\/route\.tsx?$/.test(file.path)) return [];
  return doorExports(file, importedDoors(file, /Route$/))
    .filter(({ name, throughDoor }) => methods.test(name) && !throughDoor)
    .map(({ name }) => `${file.path}: ${name} is not made by a door of lib/api (xRoute)`);
}

function faultsOfActions(file: SourceFile): string[] {
  let count = 0;
  visitNodes(file, ({ directive }) => {
    if (directive === 'use server') count += 1;
  });
  if (count === 0) return [];
  if (!fileDirectives(file).includes('use server') || count > 1) {
    return [`${file.path} has an action inside a function, where no door is`];
  }
  if (!file.path.startsWith('app/')) return [`${file.path}: actions belong to app`];
  if (defaultExport(file)) return [`${file.path}: an action by default is made by no door`];
  return doorExports(file, importedDoors(file, /Action$/))
    .filter(({ throughDoor }) => !throughDoor)
    .map(({ name }) => `${file.path}: ${name} is not made by a door of lib/api (xAction)`);
}

/** A right that is a variable or spread in from elsewhere cannot be read where it matters. */
function faultsOfRights(file: SourceFile): string[] {
  const imported = new Set(importedDoors(file, namedDoors));
  return calls(file)
    .filter(({ callee }) => imported.has(String((callee as SyntaxNode).name)))
    .filter((call) => !(call.arguments as unknown[]).some(namesPermission))
    .map(({ callee }) => `${file.path}: ${(callee as SyntaxNode).name} names no permission`);
}

function namesPermission(argument: unknown): boolean {
  if (!isNode(argument) || argument.type !== 'ObjectExpression') return false;
  return (argument.properties as unknown[]).some((property) => {
    if (!isNode(property) || property.type !== 'Property' || !isNode(property.key)) return false;
    const named = property.key.name === 'permission' || property.key.value === 'permission';
    const value = property.value as SyntaxNode;
    return named && value.name !== 'undefined' && value.value !== null;
  });
}

function calls(file: SourceFile): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  visitNodes(file, (node) => {
    if (node.type === 'CallExpression' && isNode(node.callee)) found.push(node);
  });
  return found;
}
