import type { PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { expect, test } from 'vitest';
import { shownAuditLog } from '../audit/shown-audit-log';
import { consoleAudit } from '../console/console-views';
import { domains } from '../db/schema/platform';
import { newDomains } from '../domains/new-domain';

// Post-mortem: after the first insert of a person, a process knew no column of platform.users but
// the four that the insert's own declaration had; every query for another one failed.
test.each<[name: string, second: PgTable, first: PgTable]>([
  ['the audit log of the console', consoleAudit, shownAuditLog],
  ['a new domain', newDomains, domains],
])('%s is a second declaration and leaves the first one its names', (_, second, first) => {
  const db = drizzle.mock({ casing: 'snake_case' });
  db.select().from(second).toSQL();
  expect(() => db.select().from(first).toSQL()).not.toThrow();
});
