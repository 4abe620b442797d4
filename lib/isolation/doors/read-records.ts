import { getTableConfig } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import type { Resource } from '../../resources/resource';
import { columnName } from '../tables/drizzle-tables';
import { quoteName } from '../tables/relation';

/** A row that a resource shows. */
export interface WalkRecord {
  id: string;
  /** What people know it by. */
  label: string;
  version: number | null;
  isTrashed: boolean;
}

/** The rows of every resource, by its name: all of them, for what only one tenant has must be known. */
export type Records = Record<string, WalkRecord[]>;

/** schema.table of a resource. */
function tableOf({ table }: Pick<Resource, 'table'>): string {
  const { schema = 'pool', name } = getTableConfig(table);
  return `${schema}.${name}`;
}

/**
 * Reads what there is of each resource.
 *
 * @param sql - signed in as superuser.
 * @param tenantId - null for resources of the platform.
 */
export async function readRecords(
  sql: Sql,
  resources: readonly Resource[],
  tenantId: string | null,
): Promise<Records> {
  const records: Records = {};
  for (const resource of resources) {
    const title = resource.fields[resource.title]?.column;
    const label = title ? quoteName(columnName(title)) : 'id';
    const rows = await sql.unsafe(
      `select id::text, ${label}::text as label, to_jsonb(t) ->> 'version' as version,
         (to_jsonb(t) ->> 'deleted_at') is not null as trashed
       from ${quoteName(tableOf(resource))} t
       where $1::uuid is null or (to_jsonb(t) ->> 'tenant_id') = $1::text
       order by (to_jsonb(t) ->> 'deleted_at') is not null, id limit 1000`,
      [tenantId],
    );
    records[resource.name] = rows.map((row) => ({
      id: row.id,
      label: row.label,
      version: row.version === null ? null : Number(row.version),
      isTrashed: row.trashed,
    }));
  }
  return records;
}

/** Living rows first, those to spare before all others, then those whose label only this tenant has. */
export function tellingRecords(own: WalkRecord[] = [], other: WalkRecord[] = []): WalkRecord[] {
  const theirs = new Set(other.map(({ label }) => label));
  const rank = (one: WalkRecord) =>
    (one.isTrashed ? 2 : 0) +
    (theirs.has(one.label) ? 1 : 0) -
    (one.label.startsWith('spare ') ? 1 : 0);
  return own.toSorted((a, b) => rank(a) - rank(b));
}
