import { getTableColumns, sql } from 'drizzle-orm';
import { RowNotFound } from '../../db/repository/row-errors';
import type { RepositoryTable, TenantRepository } from '../../db/repository/tenant-repository';
import { InvalidInput } from '../../errors';
import { either } from './handle-attack';

type Row = Record<string, unknown>;
export type AnyRepository = TenantRepository<RepositoryTable, string>;

/** What an attack on one table has to work with; the repository is that of the tenant of `own`. */
export interface RepositoryTarget {
  repository: AnyRepository;
  table: RepositoryTable;
  tenantKey: string;
  own: Row;
  foreign: Row;
}

/** Rows or ids that came through; a refusal is thrown. */
type Attack = (target: RepositoryTarget) => Promise<unknown[]>;

/** Every method, with the other tenant's ids and values. Each must give nothing of theirs. */
export const repositoryAttacks: Record<string, Record<string, Attack>> = {
  list: {
    'the rows': async ({ repository }) => (await repository.list({ limit: 500 })).rows,
    'with an open or': async ({ repository }) => {
      const { rows } = await repository.list({ limit: 500, where: either, order: 'oldest' });
      return rows;
    },
    'of the trash': async ({ repository }) => (await repository.list({ trash: true })).rows,
  },
  find: {
    'their row': async ({ repository, foreign }) => [await repository.find(idOf(foreign))],
  },
  get: { 'their row': ({ repository, foreign }) => absent(repository.get(idOf(foreign))) },
  update: {
    'their row': ({ repository, foreign }) => absent(repository.update(idOf(foreign), {})),
    'the own row into theirs': ({ repository, own, foreign, tenantKey }) =>
      refused(repository.update(idOf(own), { [tenantKey]: foreign[tenantKey] })),
  },
  remove: {
    'their row': ({ repository, foreign }) => absent(repository.remove(idOf(foreign))),
    'their row for good': ({ repository, foreign }) =>
      absent(repository.remove(idOf(foreign), { forever: true })),
  },
  create: {
    'for them': ({ repository, foreign }) => refused(repository.create(foreign)),
  },
  createMany: {
    'one of them for them': ({ repository, foreign, tenantKey }) => {
      const { [tenantKey]: _theirs, ...values } = foreign;
      return refused(repository.createMany([values, foreign]));
    },
  },
  updateMany: {
    'their row': (target) => target.repository.updateMany([idOf(target.foreign)], same(target)),
    'with an open or': (target) => target.repository.updateMany({ where: either }, same(target)),
    'the own rows into theirs': ({ repository, own, foreign, tenantKey }) =>
      refused(repository.updateMany([idOf(own)], { [tenantKey]: foreign[tenantKey] })),
  },
  removeMany: {
    'their row': ({ repository, foreign }) =>
      repository.removeMany([idOf(foreign)], { forever: true }),
    'with an open or': ({ repository }) =>
      repository.removeMany({ where: either }, { forever: true }),
  },
  isUnique: {
    'their values': async (target) => {
      const { repository, foreign } = target;
      const { rows } = await repository.list({ limit: 500 });
      const names = tellingNames(target, rows);
      const asked = names.map(async (name) => repository.isUnique(name, foreign[name]));
      const free = await Promise.all(asked);
      return names.filter((_, at) => !free[at]).map((name) => `their ${name}`);
    },
  },
};

const idOf = (row: Row) => row.id as never;

/** Texts of theirs that are long enough to be nobody else's by chance, and that no own row has. */
function tellingNames({ table, foreign }: RepositoryTarget, ownRows: Row[]): string[] {
  return Object.entries(getTableColumns(table))
    .filter(([, { dataType, columnType }]) => dataType === 'string' && columnType !== 'PgUUID')
    .map(([name]) => name)
    .filter((name) => /planted|globex|acme/i.test(String(foreign[name])))
    .filter((name) => !ownRows.some((row) => row[name] === foreign[name]));
}

/** A column's own value again, which every check and key allows. */
function same({ tenantKey, table }: RepositoryTarget): Row {
  const fixed = ['id', 'version', tenantKey];
  const columns = Object.entries(getTableColumns(table));
  const [name, column] = columns.find(([one]) => !fixed.includes(one)) ?? [];
  return { [name ?? '']: sql`${column}` };
}

async function absent(asked: Promise<unknown>): Promise<unknown[]> {
  return endsWith(asked, RowNotFound);
}

async function refused(asked: Promise<unknown>): Promise<unknown[]> {
  return endsWith(asked, InvalidInput);
}

async function endsWith(
  asked: Promise<unknown>,
  refusal: typeof RowNotFound | typeof InvalidInput,
) {
  try {
    return ['an answer', await asked];
  } catch (error) {
    if (error instanceof refusal) return [];
    throw error;
  }
}
