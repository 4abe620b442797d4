import { sql } from 'drizzle-orm';
import type { ScopedTx } from '../../db/scoped-tx';
import {
  type Builder,
  either,
  type HandleAttack,
  type HandleTarget,
  ofForeign,
  plain,
  twin,
} from './handle-attack';
import type { UniqueKey } from './relation';

/** Writes a column's own value again: allowed by every check, and RETURNING tells which rows. */
function sameValue({ columns, tenantKey }: HandleTarget) {
  const key = Object.keys(columns).find((name) => name !== tenantKey && name !== 'id') ?? '';
  return { [key]: sql`${columns[key]}` };
}

function change(tx: ScopedTx, target: HandleTarget): Builder {
  return (tx.update(target.table) as unknown as Builder).set?.(sameValue(target)) as Builder;
}

function remove(tx: ScopedTx, { table }: HandleTarget): Builder {
  return tx.delete(table) as unknown as Builder;
}

/** Rows of the walk carry their keys, those of identity columns too. */
function insert(tx: ScopedTx, { table }: HandleTarget, rows: unknown): Builder {
  const builder = tx.insert(table) as unknown as Builder;
  return builder.overridingSystemValue?.()?.values?.(rows) as Builder;
}

const returning = (builder: Builder | undefined) => builder?.returning?.() as Builder;

/** Every way to change rows through the handle, but for upserts, which depend on the keys. */
export const writeAttacks: HandleAttack[] = [
  { name: 'update', seesOwn: true, run: (tx, target) => returning(change(tx, target)) },
  {
    name: 'update the other tenant',
    run: (tx, target) => returning(change(tx, target).where?.(ofForeign(target))),
  },
  {
    name: 'update with an open or',
    run: (tx, target) => returning(change(tx, target).where?.(either)),
  },
  {
    name: 'update from another table',
    refusal: 'allowed',
    run: (tx, target) => returning(change(tx, target).from?.(twin(target))?.where?.(either)),
  },
  {
    name: 'move the own rows',
    refusal: 'required',
    run: (tx, { table, tenantKey, foreign }) => {
      const builder = tx.update(table) as unknown as Builder;
      return returning(builder.set?.({ [tenantKey]: foreign[tenantKey] }));
    },
  },
  { name: 'delete', seesOwn: true, run: (tx, target) => returning(remove(tx, target)) },
  {
    name: 'delete from the other tenant',
    run: (tx, target) => returning(remove(tx, target).where?.(ofForeign(target))),
  },
  {
    name: 'delete with an open or',
    run: (tx, target) => returning(remove(tx, target).where?.(either)),
  },
  {
    name: 'insert for the other tenant',
    refusal: 'required',
    run: (tx, target) => returning(insert(tx, target, target.foreign)),
  },
  {
    name: 'insert for the other tenant in second place',
    refusal: 'required',
    run: (tx, target) => returning(insert(tx, target, [target.own, target.foreign])),
  },
  {
    name: 'insert what a select gives',
    refusal: 'required',
    run: (tx, { table }) => {
      const builder = tx.insert(table) as unknown as Builder;
      return returning(builder.select?.(plain.select().from(table)));
    },
  },
];

/**
 * The upserts a table's keys allow: the own row meets itself and is to be given away, and a row made
 * of the other's values meets the other's row.
 *
 * @param keys - unique keys, by property names.
 */
export function upsertAttacks(keys: UniqueKey[]): HandleAttack[] {
  return keys.flatMap(({ columns: key, where }) => [
    {
      name: `give the own row away by an upsert on ${key}`,
      refusal: 'required',
      run: (tx, target) => {
        const { own, foreign, tenantKey } = target;
        const set = { [tenantKey]: foreign[tenantKey] };
        return upsert(insert(tx, target, own), target, { key, where, set });
      },
    },
    {
      name: `change the other's row by an upsert on ${key}`,
      refusal: 'allowed',
      run: (tx, target) => {
        const { own, foreign, tenantKey } = target;
        const row = { ...foreign, [tenantKey]: own[tenantKey] };
        const set = sameValue(target);
        return upsert(insert(tx, target, row), target, { key, where, set });
      },
    },
  ]);
}

function upsert(
  builder: Builder,
  { columns }: HandleTarget,
  { key, where, set }: { key: string[]; where: string | null; set: Record<string, unknown> },
): Builder {
  const target = key.map((name) => columns[name]);
  const targetWhere = where === null ? undefined : sql.raw(where);
  return returning(builder.onConflictDoUpdate?.({ target, targetWhere, setWhere: either, set }));
}
