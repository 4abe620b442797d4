import { type Edge, importGraph } from './import-graph';
import {
  appMayImport,
  appMayImportTypesOf,
  cacheRoutes,
  importTable,
  jobRoutes,
  openFiles,
} from './import-table';
import { isTest, type Rule } from './source-file';

/** The import table: folders of lib see only their row, app only its list, lib never app. */
export const allowedImports: Rule = (files) => [
  ...withoutRow(files.map((file) => file.path)),
  ...[...importGraph(files)].flatMap(([path, edges]) =>
    edges.flatMap((edge) => {
      const fault = edge.target === null ? null : faultOf(path, edge.target, edge);
      return fault === null ? [] : [`${path} imports ${edge.target}: ${fault}`];
    }),
  ),
];

function withoutRow(paths: string[]): string[] {
  const rows = { ...openFiles, ...importTable };
  const entries = paths
    .filter((path) => isInside(path, 'lib') && !isTest(path))
    .map((path) => folderOf(path) ?? path);
  return [...new Set(entries)]
    .filter((entry) => !Object.hasOwn(rows, entry))
    .map((entry) => `lib: ${entry} has no row in the import table`);
}

function faultOf(from: string, to: string, edge: Edge): string | null {
  if (isInside(to, 'app') && isInside(from, 'lib')) return 'lib never imports app';
  if (isTest(from)) return null;
  if (isInside(from, 'app')) return faultOfApp(from, to, edge);
  const source = folderOf(from);
  const target = folderOf(to);
  if (!isInside(from, 'lib') || target === null || source === target) return null;
  if (source === null) {
    return openFiles[from]?.includes(target) ? null : `a file directly in lib may not import it`;
  }
  const row = importTable[source];
  if (row === '*') return target === 'ui' ? 'ui is for app only' : null;
  return row?.includes(target) ? null : `lib/${source} may not import lib/${target}`;
}

function faultOfApp(from: string, to: string, edge: Edge): string | null {
  const target = folderOf(to);
  if (target === null || appMayImport.includes(target)) return null;
  if (edge.typeOnly && appMayImportTypesOf.includes(target)) return null;
  if (target === 'cache' && cacheRoutes.test(from)) return null;
  if (target === 'jobs' && jobRoutes.test(from)) return null;
  return `app may not import lib/${target}`;
}

/** The folder of lib a path is in, null for other paths. */
function folderOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
