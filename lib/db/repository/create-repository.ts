import { eq, ne } from 'drizzle-orm';
import type { ScopedTx } from '../scoped-tx';
import { listRows } from './list-rows';
import { RowNotFound } from './row-errors';
import { alive, all, checkValues, isId, type RowShape, rowShape } from './row-shape';
import type {
  RepositoryOptions,
  RepositoryTable,
  TenantField,
  TenantRepository,
} from './tenant-repository';
import { createRows, deleteRow, deleteRows, updateRow, updateRows } from './write-rows';

/** The part of a scoped database that a repository needs. */
export interface RepositoryDb {
  read<R>(fn: (tx: ScopedTx) => Promise<R>): Promise<R>;
  write<R>(fn: (tx: ScopedTx) => Promise<R>): Promise<R>;
}

const fixed = ['id', 'version'];

/**
 * Gives the repository of a table, over the handle of one tenant. Domain code gets it by
 * `ctx.db.scoped(table)`.
 *
 * @throws Error for a table that belongs to no tenant, or whose tenant is another field than said.
 */
export function createRepository<T extends RepositoryTable, F extends string = TenantField<T>>(
  db: RepositoryDb,
  table: T,
  { tenantField }: RepositoryOptions<F> = {},
): TenantRepository<T, F> {
  const shape = rowShape(table, tenantField);
  const find = (id: unknown) => db.read((tx) => findRow(tx, shape, id));
  const change = (id: unknown, changes: object, version?: number) =>
    db.write((tx) => updateRow(tx, shape, { id, changes: { ...changes }, version }));
  const repository = {
    find,
    list: (options = {}) => db.read((tx) => listRows(tx, shape, options)),
    get: async (id) => (await find(id)) ?? notFound(),
    create: async (values) => {
      const [row] = await db.write((tx) => createRows(tx, shape, [values]));
      return row as Record<string, unknown>;
    },
    createMany: (values) => db.write((tx) => createRows(tx, shape, values)),
    update: async (id, changes, { version } = {}) => {
      checkValues(shape, changes, fixed);
      return change(id, changes, version);
    },
    updateMany: async (selection, changes) => {
      checkValues(shape, changes, fixed);
      return db.write((tx) => updateRows(tx, shape, selection, { ...changes }));
    },
    remove: async (id, { version, forever } = {}) => {
      if (shape.deletedAt && !forever) await change(id, { deletedAt: new Date() }, version);
      else await db.write((tx) => deleteRow(tx, shape, id, version));
    },
    removeMany: (selection, { forever } = {}) =>
      db.write((tx) =>
        shape.deletedAt && !forever
          ? updateRows(tx, shape, selection, { deletedAt: new Date() })
          : deleteRows(tx, shape, selection),
      ),
    isUnique: (column, value, exceptId) =>
      db.read((tx) => isFree(tx, shape, { column, value, exceptId })),
  } satisfies TenantRepository<RepositoryTable, string>;
  return repository as unknown as TenantRepository<T, F>;
}

async function findRow(tx: ScopedTx, shape: RowShape, id: unknown) {
  if (!isId(shape, id)) return null;
  const where = all(eq(shape.id, id), alive(shape));
  const [row] = await tx.select().from(shape.table).where(where).limit(1);
  return row ?? null;
}

function notFound(): never {
  throw new RowNotFound();
}

/** A key that is null meets no other, in PostgreSQL too. */
async function isFree(
  tx: ScopedTx,
  shape: RowShape,
  { column, value, exceptId }: { column: string; value: unknown; exceptId?: unknown },
): Promise<boolean> {
  const known = Object.hasOwn(shape.columns, column) ? shape.columns[column] : undefined;
  if (!known) throw new Error(`There is no column ${column}.`);
  // No text of PostgreSQL's holds this character, so none is like it.
  if (value === null || value === undefined || String(value).includes('\0')) return true;
  const others = isId(shape, exceptId) ? ne(shape.id, exceptId) : undefined;
  const [row] = await tx
    .select({ id: shape.id })
    .from(shape.table)
    .where(all(eq(known, value), others, alive(shape)))
    .limit(1);
  return !row;
}
