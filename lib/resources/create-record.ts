import { randomUUID } from 'node:crypto';
import { getTableName, sql } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import type { Queries } from '../db/write-together';
import { AppError } from '../errors';
import { recordEvent } from '../events/record-event';
import { changesOf } from './changes';
import { checkRelations, hasLooseRelation, idsOf } from './check-relations';
import { databaseError, refusalOf } from './database-refusal';
import { demand } from './demand';
import { isUuid } from './filter-value';
import type { InvalidInput } from './invalid-input';
import { parseInput } from './record-input';
import { columnValues, livingRow, manyFields } from './record-row';
import type { Relation, Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { invalidFields, settleValues } from './settle-values';
import { labelOfRow } from './to-record';

/** What became of a save. */
export interface Saved {
  id: string;
  /** Of the record as it is now. */
  version: number | null;
  /** Names of the fields that changed. */
  changed: string[];
}

export interface CreateOptions {
  /** An id made with the form: the same form sent twice makes one record. */
  once?: string;
}

/**
 * Makes a record, with its relations and its event in one transaction, and in one flight where no
 * rule asks for the tenant's other rows first.
 *
 * @throws InvalidInput with what is wrong; AppError forbidden.
 */
export async function createRecord(
  ctx: ResourceContext,
  resource: Resource,
  input: unknown,
  { once }: CreateOptions = {},
): Promise<Saved> {
  demand(ctx, resource, 'write');
  if (resource.isUploaded) throw new AppError('forbidden', `${resource.label}: send a file.`);
  const id = once && isUuid(once) ? once.toLowerCase() : randomUUID();
  const given = parseInput(resource, 'create', input);
  const values = settleValues(resource, given, null);
  const slug = resource.form.find((name) => resource.fields[name]?.from && !given[name]);
  let taken: InvalidInput | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const tried = slug ? { ...values, [slug]: numbered(values[slug], attempt) } : values;
    try {
      return await insertRecord(ctx, resource, id, tried);
    } catch (error) {
      if (once && isKeyTaken(resource, error)) return { id, version: null, changed: [] };
      // Inside somebody else's transaction there is no second attempt: the first has ended it.
      if (taken && databaseError(error)?.code === '25P02') throw taken;
      const refusal = error instanceof AppError ? null : refusalOf(resource, error, tried);
      const isTaken = slug && attempt < mostAttempts && slug in (refusal?.errors.fields ?? {});
      if (!isTaken) throw refusal ?? error;
      taken = refusal;
    }
  }
}

/**
 * The key holds the tenant, so that this is a record of its own, made by the same form before. What is
 * the platform's alone has nobody else's records among it.
 */
function isKeyTaken({ table, has, platformOnly }: Resource, error: unknown): boolean {
  const fault = databaseError(error);
  return (has.tenant || platformOnly) && fault?.constraint_name === `${getTableName(table)}_pkey`;
}

const mostAttempts = 7;

/** A slug nobody asked for gives way to one that is taken: hello, hello-2, ..., hello-1f3a. */
function numbered(slug: unknown, attempt: number): unknown {
  if (attempt === 1) return slug;
  const end = attempt === mostAttempts ? randomUUID().slice(0, 4) : attempt;
  return `${String(slug).slice(0, 110)}-${end}`.replace('--', '-');
}

async function insertRecord(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  values: Values,
): Promise<Saved> {
  const build = (tx: ScopedTx) => insertsOf(tx, ctx, resource, id, values);
  if (ctx.db.writeTogether && !mustAsk(resource, values)) await ctx.db.writeTogether(build);
  else {
    await ctx.db.write(async (tx) => {
      await checkInTenant(tx, resource, values);
      await Promise.all(build(tx));
    });
  }
  return { id, version: resource.has.version ? 1 : null, changed: Object.keys(values) };
}

function mustAsk({ hooks, fields }: Resource, values: Values): boolean {
  return hooks.checkInTenant !== undefined || hasLooseRelation(fields, values);
}

async function checkInTenant(tx: ScopedTx, resource: Resource, values: Values): Promise<void> {
  const [missing, refused] = await Promise.all([
    checkRelations(tx, resource, values, null),
    resource.hooks.checkInTenant?.(tx, values, null),
  ]);
  const faults = { ...missing, ...refused };
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
}

/** The queries that make a record. None needs another's answer. */
function insertsOf(
  tx: ScopedTx,
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  values: Values,
): Queries {
  const row = { ...columnValues(resource, values), ...namedRows(tx, resource, values), id };
  const record = { ...values, id };
  return [
    tx.insert(resource.table).values(row),
    ...manyFields(resource).flatMap(({ name, relation }) =>
      insertLinks(tx, relation, id, idsOf(values[name])),
    ),
    recordEvent(tx, ctx, {
      type: `${resource.singular}.created`,
      subjectId: id,
      payload: {
        resource: resource.name,
        label: labelOfRow(resource, record),
        changes: changesOf(resource, {}, values),
      },
      cacheTags: resource.cacheTags(ctx.tenant, record),
    }),
  ];
}

/**
 * A related row is read as it is written: where it is not there, or in the trash, the id is null and
 * the column refuses it.
 */
function namedRows(tx: ScopedTx, { fields }: Resource, values: Values): Values {
  const named = Object.values(fields).filter(
    ({ name, kind }) => kind === 'relation' && values[name],
  );
  return Object.fromEntries(
    named.map(({ name, relation }) => [name, living(tx, relation as Relation, values[name])]),
  );
}

/** Writes rows of a table in between, for related rows that are living. */
export function insertLinks(
  tx: ScopedTx,
  relation: Relation,
  id: string,
  others: string[],
): PromiseLike<unknown>[] {
  const through = relation.through;
  if (!through || others.length === 0) return [];
  const rows = others.map((other) => ({
    [through.own]: id,
    [through.other]: living(tx, relation, other),
  }));
  return [tx.insert(through.table).values(rows as never)];
}

function living(tx: ScopedTx, relation: Relation, id: unknown) {
  return sql`${livingRow(tx, relation, String(id))}`;
}
