import { defineConfig } from 'drizzle-kit';

/** Platform and control tables: one schema, qualified names. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './lib/db/schema/platform/*.ts',
  schemaFilter: ['platform'],
  out: './drizzle/platform',
});
