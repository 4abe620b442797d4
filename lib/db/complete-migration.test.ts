import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completePlatformMigration, completeTenantMigration } from './complete-migration';

const generated = `CREATE TABLE "things" (
	"id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "things" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "more_things" (
	"id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "things" ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "public"."posts"("a");
`;

describe('a tenant migration', () => {
  const completed = completeTenantMigration(generated);

  test('gets FORCE for each new table, as statements of their own', () => {
    const statements = completed.split('--> statement-breakpoint').map((text) => text.trim());
    expect(statements.slice(-2)).toEqual([
      'ALTER TABLE "things" FORCE ROW LEVEL SECURITY;',
      'ALTER TABLE "more_things" FORCE ROW LEVEL SECURITY;',
    ]);
  });
  test('loses the schema of every name', () => {
    expect(completed).not.toContain('"public"');
    expect(completed).toContain('REFERENCES "posts"("a")');
  });
  test('completed again stays the same', () => {
    expect(completeTenantMigration(completed)).toBe(completed);
  });
  test('that makes no table is left alone', () => {
    const source = 'ALTER TABLE "posts" ADD COLUMN "x" text;';
    expect(completeTenantMigration(source)).toBe(source);
  });
});

test('a platform migration does not mind a schema that is there', () => {
  const completed = completePlatformMigration('CREATE SCHEMA "platform";\n');
  expect(completed).toBe('CREATE SCHEMA IF NOT EXISTS "platform";\n');
  expect(completePlatformMigration(completed)).toBe(completed);
});

test.each([
  ['platform', completePlatformMigration],
  ['tenant', completeTenantMigration],
])('the files in drizzle/%s are complete', (name, complete) => {
  for (const file of readdirSync(`drizzle/${name}`).filter((file) => file.endsWith('.sql'))) {
    const source = readFileSync(`drizzle/${name}/${file}`, 'utf8');
    expect(complete(source), file).toBe(source);
  }
});
