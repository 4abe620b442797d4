/**
 * Files of lib itself, open to every folder, and the folders they may import. The two readers of
 * the environment check ROOT_DOMAIN with the same words the middleware splits it with.
 */
export const openFiles: Record<string, string[]> = {
  'lib/env.ts': ['tenancy'],
  'lib/env-edge.ts': ['tenancy'],
  'lib/errors.ts': [],
  'lib/log.ts': [],
};

/**
 * Who may import whom inside lib: a folder, and the folders it may import besides itself.
 * A new folder needs a row here. `*` is everything in lib except ui.
 */
export const importTable: Record<string, string[] | '*'> = {
  ui: [],
  markdown: [],
  theme: [],
  embedded: [],
  db: [],
  tenancy: ['db'],
  auth: ['db', 'tenancy'],
  events: ['db'],
  cache: ['db', 'tenancy', 'auth', 'events'],
  blog: ['db', 'tenancy', 'events'],
  site: ['blog', 'cache', 'tenancy', 'markdown'],
  api: ['db', 'tenancy', 'cache'],
  demo: ['db', 'tenancy', 'auth', 'events', 'blog'],
  health: ['db', 'cache'],
  server: ['db', 'tenancy', 'auth', 'cache'],
  cli: '*',
  isolation: '*',
  testing: '*',
};

/** What pages and routes may import from lib; of tenants and features the types only, `db` never. */
export const appMayImport = ['api', 'auth', 'site', 'ui', 'theme', 'markdown', 'health'];
export const appMayImportTypesOf = ['tenancy', 'blog'];

/** The one route that carries an invalidation from another process into Next's cache. */
export const cacheRoutes = /^app\/api\/internal\/[\w-]+\/route\.ts$/;
