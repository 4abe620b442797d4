import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** A table the repository can look after: its rows have a tenant and an id. */
export type RepositoryTable = PgTable & { id: PgColumn };

export type Row<T extends PgTable> = T['$inferSelect'];
export type RowId<T extends RepositoryTable> = T['id']['_']['data'];

type Columns<T extends PgTable> = keyof Row<T> & string;
/** The property that names a row's tenant: `tenantId`, or the id of `platform.tenants`. */
export type TenantField<T extends PgTable> = 'tenantId' extends Columns<T> ? 'tenantId' : 'id';

/** A row to be made. The tenant is the scope's. */
export type NewRow<T extends PgTable, F extends string = TenantField<T>> = Omit<
  T['$inferInsert'],
  F
>;
/** What may be changed of a row. */
export type RowChanges<T extends PgTable, F extends string = TenantField<T>> = Partial<
  Omit<T['$inferInsert'], F | 'id' | 'version'>
>;

export interface RepositoryOptions<F extends string> {
  /** Where the code gives the column tenant_id another name than tenantId. */
  tenantField?: F;
}

export interface ListOptions {
  /** From 1 to 500. */
  limit?: number;
  /** The `next` of the page before. */
  after?: string | null;
  where?: SQL;
  /** By time of creation where the table knows it, else by id. */
  order?: 'newest' | 'oldest';
  /** Rows in the trash instead of the living ones. */
  trash?: boolean;
}

export interface Page<R> {
  rows: R[];
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
}

/** Rows by their ids, or all that a condition holds for. */
export type Selection<T extends RepositoryTable> = RowId<T>[] | { where: SQL };

interface VersionOption {
  /** The version somebody worked on; refused with RowChanged when it is no longer the newest. */
  version?: number;
}

interface RemoveOption {
  /** Past the trash, where the table has one. */
  forever?: boolean;
}

/**
 * The rows of one table as one tenant has them (S2.27-S2.30). Each call is one transaction, and
 * inside `ctx.db.write` part of that one. Another tenant's row is not found, by the same words as
 * one that never was; rows in the trash are not there. No event is written: what people look after
 * goes through a resource.
 */
export interface TenantRepository<T extends RepositoryTable, F extends string = TenantField<T>> {
  list(options?: ListOptions): Promise<Page<Row<T>>>;
  /** @throws RowNotFound */
  get(id: RowId<T>): Promise<Row<T>>;
  find(id: RowId<T>): Promise<Row<T> | null>;
  /** @throws InvalidInput for values that name a tenant, or no column; RowTaken */
  create(values: NewRow<T, F>): Promise<Row<T>>;
  /** @throws RowNotFound, RowChanged, RowTaken; InvalidInput as create */
  update(id: RowId<T>, changes: RowChanges<T, F>, options?: VersionOption): Promise<Row<T>>;
  /** Puts it into the trash where the table has one. @throws RowNotFound, RowChanged */
  remove(id: RowId<T>, options?: VersionOption & RemoveOption): Promise<void>;
  /** All or none, in as few statements as they fit into. */
  createMany(values: NewRow<T, F>[]): Promise<Row<T>[]>;
  /** @returns ids of the rows that were changed; what is not found is left out. */
  updateMany(selection: Selection<T>, changes: RowChanges<T, F>): Promise<RowId<T>[]>;
  /** @returns ids of the rows that went. */
  removeMany(selection: Selection<T>, options?: RemoveOption): Promise<RowId<T>[]>;
  /** True when no other living row of the tenant has this value; nothing is like nothing. */
  isUnique<C extends Columns<T>>(
    column: C,
    value: Row<T>[C],
    exceptId?: RowId<T> | null,
  ): Promise<boolean>;
}
