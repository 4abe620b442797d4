import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const resolve = { alias: [{ find: /^@\//, replacement: root }] };
const exclude = ['**/node_modules/**', '**/.next/**', '**/.data*/**', 'coverage/**'];
const patience = { testTimeout: 30_000, hookTimeout: 120_000, teardownTimeout: 30_000, retry: 0 };

/**
 * Server modules resolve as they do behind Next's server bundle, so `server-only` does not throw.
 * Without `module`: vitest hands these words to Node, which cannot load what bundlers take by it.
 */
const serverProject = {
  resolve: { ...resolve, conditions: ['react-server', 'module', 'node', 'development'] },
  ssr: {
    resolve: {
      conditions: ['react-server', 'node', 'development'],
      externalConditions: ['react-server'],
    },
  },
};

/**
 * Five projects: `unit` (no services), `ui` (components, rendered with the client's React),
 * `db` (one PostgreSQL for the run, one database per file), `es` (one Elasticsearch for the run)
 * and `launcher` (whole processes).
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'lcov', 'html'],
      reportsDirectory: `${root}coverage`,
      include: ['lib/**/*.{ts,tsx}', 'app/**/*.{ts,tsx}', 'middleware.ts'],
      exclude: ['**/*.test.{ts,tsx}', 'lib/testing/**', 'lib/demo/content/**'],
    },
    projects: [
      {
        ...serverProject,
        root,
        test: {
          ...patience,
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.{db,es,launcher}.test.ts'],
          execArgv: ['--conditions=react-server'],
        },
      },
      {
        resolve: { ...resolve, alias: [...resolve.alias, emptyServerOnly()] },
        root,
        test: { ...patience, name: 'ui', include: ['**/*.test.tsx'], exclude },
      },
      {
        ...serverProject,
        root,
        test: {
          ...patience,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['lib/testing/start-database.ts'],
          execArgv: ['--conditions=react-server'],
        },
      },
      {
        ...serverProject,
        root,
        test: {
          ...patience,
          name: 'es',
          include: ['**/*.es.test.ts'],
          exclude,
          globalSetup: ['lib/testing/start-database.ts', 'lib/testing/find-elasticsearch.ts'],
          execArgv: ['--conditions=react-server'],
        },
      },
      {
        resolve,
        root,
        test: {
          ...patience,
          name: 'launcher',
          include: ['**/*.launcher.test.ts'],
          exclude,
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

/** Component tests render with the client's React, where `server-only` would throw on import. */
function emptyServerOnly() {
  return { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` };
}
