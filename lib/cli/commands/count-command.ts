import { type Command, Option } from 'commander';
import { count, isNull, sql } from 'drizzle-orm';
import { appClient } from '../../db/client';
import { memberships } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import { forEachTenant } from '../../tenancy/for-each-tenant';
import { runAsPlatform } from '../../tenancy/run-as-platform';
import type { TenantContext } from '../../tenancy/tenant';
import { example } from '../example';
import type { Format } from '../output/format-rows';
import { printRows } from '../output/print';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** count. */
export function addCountCommand(program: Command): void {
  const command = program
    .command('count')
    .description('count what each tenant has, as each tenant sees it')
    .option('--reason <words>', 'why, for the audit log of the platform', 'counting from the CLI')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .action(runCount);
  example(command, 'count --reason "the yearly report" --format csv');
}

interface Counted {
  slug: string;
  posts: number;
  published: number;
  people: number;
}

async function runCount(options: { reason: string; format: Format; json?: boolean }) {
  await takeDatabaseAddresses();
  const client = appClient();
  const rows: Counted[] = [];
  try {
    const { failed } = await runAsPlatform(options.reason, () =>
      forEachTenant(async (ctx) => rows.push(await countOf(ctx)), { client }),
    );
    rows.sort((a, b) => a.slug.localeCompare(b.slug));
    printRows(rows, options.json ? 'json' : options.format);
    const slugs = failed.map(({ slug }) => slug);
    if (slugs.length > 0) throw new Error(`These could not be counted: ${slugs.join(', ')}.`);
  } finally {
    await client.end();
  }
}

async function countOf({ tenant, db }: TenantContext): Promise<Counted> {
  return db.read(async (tx) => {
    const published = sql<number>`count(*) filter (where ${posts.status} = 'published')::int`;
    const [[written], [joined]] = await Promise.all([
      tx.select({ posts: count(), published }).from(posts).where(isNull(posts.deletedAt)),
      tx.select({ people: count() }).from(memberships),
    ]);
    return {
      slug: tenant.slug,
      posts: written?.posts ?? 0,
      published: written?.published ?? 0,
      people: joined?.people ?? 0,
    };
  });
}
