import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page or route handler of the production build. */
export interface BuiltRoute {
  /** The address pattern, as in /[tenant]/blog/[slug]. */
  path: string;
  kind: 'page' | 'route';
}

/** A server action of the production build. */
export interface BuiltAction {
  id: string;
  /** File and export, as in app/x/actions.ts#save; null for one that no file exports. */
  name: string | null;
}

/** All that the build answers with. */
export interface BuildInventory {
  routes: BuiltRoute[];
  actions: BuiltAction[];
  /** Rewrites and redirects of the configuration: each is a way past the middleware's decision. */
  detours: string[];
  /** Pages rendered at build time: they would hold one tenant's content for all. */
  prerendered: string[];
  /** What of the paths the middleware sees. */
  matchers: string[];
}

type Json = Record<string, unknown>;

/**
 * Reads the manifests of a production build.
 *
 * @param folder - `.next`
 * @throws Error when there is no build, or a manifest is missing.
 */
export function readBuild(folder: string): BuildInventory {
  if (!existsSync(join(folder, 'BUILD_ID'))) {
    throw new Error(`There is no production build in ${folder}. Run: npm run build`);
  }
  const app = readJson(folder, 'app-path-routes-manifest.json') as Record<string, string>;
  const pages = Object.keys(readJson(folder, 'server/pages-manifest.json'));
  const actions = readJson(folder, 'server/server-reference-manifest.json');
  const routes = readJson(folder, 'routes-manifest.json');
  const prerendered = readJson(folder, 'prerender-manifest.json');
  const middleware = readJson(folder, 'server/middleware-manifest.json');
  return {
    routes: [
      ...Object.entries(app).map(([file, path]) => ({ path, kind: kindOf(file) })),
      ...pages.map((path) => ({ path, kind: 'page' as const })),
    ],
    actions: [...listActions(actions.node), ...listActions(actions.edge)],
    detours: listDetours(routes),
    prerendered: keysOf(prerendered.routes),
    matchers: listMatchers(middleware),
  };
}

function kindOf(file: string): 'page' | 'route' {
  return file.endsWith('/route') ? 'route' : 'page';
}

function readJson(folder: string, name: string): Json {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function keysOf(value: unknown): string[] {
  return Object.keys((value ?? {}) as Json);
}

function listActions(entries: unknown): BuiltAction[] {
  return Object.entries((entries ?? {}) as Record<string, Json>).map(([id, entry]) => {
    const { filename, exportedName } = entry;
    return { id, name: filename && exportedName ? `${filename}#${exportedName}` : null };
  });
}

function listDetours({ rewrites, redirects }: Json): string[] {
  const groups = Array.isArray(rewrites) ? { rewrites } : (rewrites as Json);
  const rules = [...Object.values(groups ?? {}).flat(), redirects].flat() as Json[];
  // Next's own: /x/ to /x.
  return rules.filter((rule) => rule && !rule.internal).map(({ source }) => String(source));
}

function listMatchers({ middleware }: Json): string[] {
  const entries = Object.values((middleware ?? {}) as Json) as { matchers: { regexp: string }[] }[];
  return entries.flatMap(({ matchers }) => matchers.map(({ regexp }) => regexp));
}
