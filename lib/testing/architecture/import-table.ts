/**
 * Files of lib itself, open to every folder, and the folders they may import. The two readers of
 * the environment check ROOT_DOMAIN with the same words the middleware splits it with.
 */
export const openFiles: Record<string, string[]> = {
  'lib/env.ts': ['tenancy', 'domains', 'auth', 'presence', 'realtime', 'media'],
  'lib/env-edge.ts': ['tenancy'],
  'lib/env-shapes.ts': [],
  'lib/base-path.ts': [],
  'lib/cause-of-query.ts': [],
  'lib/errors.ts': [],
  'lib/error-for-log.ts': [],
  'lib/format-bytes.ts': [],
  'lib/limit-reached.ts': [],
  'lib/log.ts': [],
  'lib/log-target.ts': [],
  'lib/read-bytes.ts': [],
  'lib/without-api-keys.ts': [],
  'lib/reactions.ts': [
    ...['admin', 'cache', 'domains', 'jobs', 'mail', 'media', 'notifications', 'onboarding'],
    'realtime',
    'removal',
    'search',
  ],
};

/**
 * Who may import whom inside lib: a folder, and the folders it may import besides itself.
 * A new folder needs a row here. `*` is everything in lib except ui.
 */
export const importTable: Record<string, string[] | '*'> = {
  ui: [],
  // Addresses of pictures, which are no more than rules.
  markdown: ['media'],
  theme: [],
  embedded: [],
  db: [],
  state: ['db'],
  tenancy: ['db', 'events', 'state'],
  auth: ['db', 'tenancy', 'events'],
  events: ['db'],
  audit: ['db'],
  jobs: ['db', 'tenancy', 'events', 'audit', 'state'],
  limits: ['db', 'tenancy', 'auth', 'state'],
  realtime: [
    'db',
    'tenancy',
    'auth',
    'events',
    'jobs',
    'state',
    'presence',
    'embedded',
    'cache',
    'domains',
  ],
  presence: ['db', 'tenancy', 'state'],
  notifications: ['db', 'tenancy', 'auth', 'events', 'jobs', 'mail', 'realtime'],
  cache: ['db', 'tenancy', 'auth', 'events', 'jobs', 'state'],
  // escape-html, which is no component.
  mail: ['db', 'tenancy', 'auth', 'jobs', 'theme', 'ui'],
  domains: ['db', 'tenancy', 'events', 'jobs', 'mail', 'cache'],
  media: ['db', 'tenancy', 'auth', 'events', 'jobs', 'limits'],
  blog: ['db', 'tenancy', 'events', 'media'],
  comments: ['db', 'tenancy', 'auth', 'events'],
  // escape-html, which is no component.
  search: ['db', 'tenancy', 'events', 'jobs', 'state', 'ui'],
  resources: ['db', 'tenancy', 'events', 'auth'],
  admin: [
    ...[
      'resources',
      'blog',
      'comments',
      'search',
      'db',
      'tenancy',
      'events',
      'auth',
      'audit',
      'jobs',
      'limits',
      'media',
    ],
  ],
  console: [
    ...['resources', 'domains', 'db', 'tenancy', 'events', 'auth', 'audit', 'jobs', 'limits'],
    'state',
    'notifications',
  ],
  onboarding: ['db', 'jobs', 'resources', 'admin'],
  removal: ['db', 'tenancy', 'events', 'auth', 'audit', 'jobs', 'resources', 'media'],
  site: ['blog', 'cache', 'comments', 'search', 'tenancy', 'markdown', 'media'],
  api: ['db', 'tenancy', 'cache', 'auth', 'limits', 'mail', 'realtime'],
  rest: [
    ...['db', 'tenancy', 'auth', 'api', 'resources', 'domains', 'admin', 'console', 'limits'],
    ...['realtime', 'notifications', 'search', 'media'],
  ],
  demo: ['db', 'tenancy', 'auth', 'events', 'blog'],
  health: ['db', 'cache', 'jobs', 'realtime', 'search', 'state'],
  server: ['db', 'tenancy', 'auth', 'cache', 'jobs', 'realtime', 'state'],
  cli: '*',
  isolation: '*',
  testing: '*',
};

/** What pages and routes may import from lib; of tenants and features the types only, `db` never. */
export const appMayImport = [
  'api',
  'auth',
  'site',
  'ui',
  'theme',
  'markdown',
  'health',
  'resources',
  'domains',
  'admin',
  'comments',
  'console',
  'rest',
  'mail',
  'removal',
  'realtime',
  'presence',
  'notifications',
  'media',
];
export const appMayImportTypesOf = ['tenancy', 'blog', 'limits', 'state'];

/** The one route that carries an invalidation from another process into Next's cache. */
export const cacheRoutes = /^app\/api\/internal\/[\w-]+\/route\.ts$/;

/** The one route that works off jobs, for where no worker runs. */
export const jobRoutes = /^app\/api\/cron\/route\.ts$/;
