import { bigint, boolean, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../db/schema/platform/platform-schema';

/** Tenants with what their list shows of other tables. A view, for the console's role alone. */
export const consoleTenants = platform.table('console_tenants', {
  id: uuid().primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  status: text({ enum: ['active', 'suspended', 'deleted'] }).notNull(),
  placement: text({ enum: ['row', 'schema', 'database'] }).notNull(),
  ownerName: text().notNull(),
  ownerEmail: text().notNull(),
  members: bigint({ mode: 'number' }).notNull(),
  createdAt: moment().notNull(),
});

/** People, of whatever tenants. A view, for the console's role alone. */
export const consolePeople = platform.table('console_people', {
  id: uuid().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  isSuperuser: boolean().notNull(),
  isActive: boolean().notNull(),
  tenants: bigint({ mode: 'number' }).notNull(),
  createdAt: moment().notNull(),
});
