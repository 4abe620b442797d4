/**
 * What the copy of the application has instead of its doors and walls: one person whom nobody asks
 * for a session, and a handle that adds nothing to a query and opens no transaction. Everything
 * that draws the page stays as it is.
 */
export const bareSources: Record<string, string> = {
  'lib/api/admin-page.ts': `import { connection } from 'next/server';
import { person } from './bare-person';
import { tenantContext } from '../tenancy/tenant-context';
import { enter } from './tenant-page';
export async function adminPage(params, _door) {
  await connection();
  const entry = await enter((await params).tenant);
  return { ...tenantContext(entry.tenant), ...person() };
}
export const accountPage = adminPage;
`,
  'lib/api/admin-frame.ts': `import { person } from './bare-person';
import { findLayoutTenant } from './tenant-page';
export async function adminFrame(params) {
  const tenant = await findLayoutTenant(params);
  const { id, slug, name, status, origin } = tenant;
  const own = { id, slug, name, status, origin, role: 'owner', isStaff: true, brandColor: null };
  return { tenant, ...person(), tenants: [own] };
}
export const accountFrame = adminFrame;
export async function consoleFrame() {
  return null;
}
`,
  'lib/db/check-role.ts': `export class UnsafeDatabaseRole extends Error {}
export async function checkRole() {}
`,
  'lib/api/bare-person.ts': `const id = '00000000-0000-4000-8000-000000000001';
const viewer = {
  userId: id, name: 'Ada Lindgren', email: 'ada@example.com', sessionId: id, isSuperuser: false,
  membership: { id, role: 'owner', isStaff: true, isSuperuser: true },
};
export function person() {
  return { viewer, actor: { id, name: viewer.name }, requestId: 'none', can: () => true };
}
`,
  'lib/db/scoped-db.ts': `import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '../env';
let database;
function plain() {
  if (database) return database;
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  const sql = postgres(DATABASE_URL, {
    max: DATABASE_POOL_SIZE, fetch_types: false, connection: { search_path: 'pool, extensions' },
  });
  const prepared = {
    options: { parsers: {}, serializers: {} },
    unsafe: (query, params) => sql.unsafe(query, params, { prepare: true }),
  };
  database = drizzle(prepared, { casing: 'snake_case' });
  return database;
}
export function scopedDb(tenantId) {
  const run = (fn) => fn(plain());
  return { tenantId, read: run, write: run };
}
`,
};

/** Files the copy does without: with them every request would be asked for its host and session. */
export const leftOut = ['middleware.ts', 'instrumentation.ts'];
