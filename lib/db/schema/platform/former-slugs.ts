import { index, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * Slugs that tenants had: their old addresses lead to the new ones until somebody else takes the
 * name, which nobody can before `keptUntil`.
 */
export const formerSlugs = platform.table(
  'former_slugs',
  {
    slug: text().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    keptUntil: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index('former_slugs_tenant_idx').on(table.tenantId)],
);
