import type { ScopedTx } from '../../db/scoped-tx';
import type { HandleTarget } from './handle-attack';

const attacked = 'attacked';

/**
 * The methods of each builder the handle gives out, and why no tenant can be crossed with them. A
 * method that a newer Drizzle brings is in no list, and fails the walk until it is looked at.
 */
export const builderMethods: Record<string, Record<string, string>> = {
  handle: {
    select: attacked,
    selectDistinct: attacked,
    insert: attacked,
    update: attacked,
    delete: attacked,
  },
  select: { from: attacked },
  'select from': {
    ...all(attacked, 'where leftJoin rightJoin innerJoin fullJoin crossJoin'),
    ...all(attacked, 'leftJoinLateral innerJoinLateral crossJoinLateral'),
    ...all(attacked, 'union unionAll intersect intersectAll except exceptAll'),
    ...all('takes rows away only', 'having limit offset'),
    ...all('changes neither rows nor filter', 'groupBy orderBy for as $dynamic getSelectedFields'),
    $withCache: 'no cache is configured, and its key holds the parameters',
  },
  update: { set: attacked },
  'update set': {
    ...all(attacked, 'where returning from leftJoin rightJoin innerJoin fullJoin'),
    ...all('changes neither rows nor filter', '$dynamic getSelectedFields getTableLikeFields'),
  },
  delete: {
    ...all(attacked, 'where returning'),
    ...all('changes neither rows nor filter', '$dynamic getSelectedFields'),
  },
  insert: { ...all(attacked, 'values select overridingSystemValue') },
  'insert values': {
    ...all(attacked, 'returning onConflictDoUpdate'),
    onConflictDoNothing: 'reads and changes no row',
    ...all('changes neither rows nor filter', '$dynamic getSelectedFields'),
  },
};

/** Of every builder: they run the query as it is, or are called by the methods above. */
const ofEvery = new Set(
  'constructor then catch finally execute prepare _prepare getSQL toSQL getUsedTables setToken createJoin createSetOperator addSetOperators'.split(
    ' ',
  ),
);

/** Lists what the handle's builders can do, as 'builder.method', and which of it is in no list. */
export function listBuilderMethods(tx: ScopedTx, { table, own }: HandleTarget) {
  const builders: Record<string, object> = {
    handle: tx,
    select: tx.select(),
    'select from': tx.select().from(table),
    update: tx.update(table),
    'update set': tx.update(table).set({ createdAt: new Date() } as never),
    delete: tx.delete(table),
    insert: tx.insert(table),
    'insert values': tx.insert(table).values(own as never),
  };
  const methods = Object.entries(builders).flatMap(([name, builder]) =>
    methodsOf(builder).map((method) => ({ name, method })),
  );
  return methods.map(({ name, method }) => ({
    name: `${name}.${method}`,
    covered: Object.hasOwn(builderMethods[name] ?? {}, method),
  }));
}

function methodsOf(builder: object): string[] {
  const names = new Set<string>();
  for (let level = builder; level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (!ofEvery.has(name) && isMethod(builder, name)) names.add(name);
    }
  }
  return [...names];
}

function isMethod(builder: object, name: string): boolean {
  return typeof (builder as Record<string, unknown>)[name] === 'function';
}

function all(why: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, why]));
}
