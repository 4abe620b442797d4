import { defineConfig } from 'drizzle-kit';

/** Tenant tables: unqualified, so that the same files serve every placement. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './lib/db/schema/tenant/*.ts',
  out: './drizzle/tenant',
});
