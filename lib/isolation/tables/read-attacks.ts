import { or, sql } from 'drizzle-orm';
import type { ScopedTx } from '../../db/scoped-tx';
import {
  always,
  type Builder,
  either,
  type HandleAttack,
  type HandleTarget,
  ofForeign,
  ownSelect,
  plain,
  twin,
  unscoped,
} from './handle-attack';

/** A step on top of the tenant's own select. */
function reading(
  name: string,
  step: (query: Builder, target: HandleTarget, tx: ScopedTx) => unknown,
  refusal?: HandleAttack['refusal'],
): HandleAttack {
  const run = (tx: ScopedTx, target: HandleTarget) =>
    step(ownSelect(tx, target), target, tx) as Builder;
  return { name, refusal, run };
}

const joins = ['leftJoin', 'rightJoin', 'innerJoin', 'fullJoin'];
const laterals = ['leftJoinLateral', 'innerJoinLateral'];
const crosses = ['crossJoin', 'crossJoinLateral'];
const sets = ['union', 'unionAll', 'intersect', 'intersectAll', 'except', 'exceptAll'];

const selects: HandleAttack[] = [
  { ...reading('select', (query) => query), seesOwn: true },
  reading('select the other tenant', (query, target) => query.where?.(ofForeign(target))),
  reading('select with an open or', (query) => query.where?.(either)),
  reading('select with or()', (query, target) => query.where?.(or(always, ofForeign(target)))),
  reading('select with where twice', (query) => query.where?.(always)?.where?.(either)),
  reading('select with a function for a condition', (query) => query.where?.(() => either)),
  reading('select with an empty condition', (query) => query.where?.(undefined)),
  { name: 'selectDistinct', run: (tx, { table }) => tx.selectDistinct().from(table) },
  { name: 'select from an alias', run: (tx, target) => tx.select().from(twin(target)) },
  {
    name: 'select from a subquery the handle did not make',
    refusal: 'allowed',
    run: (tx, target) => tx.select().from(unscoped(target)),
  },
];

/** Their unmatched rows come from both sides, so the handle may refuse them altogether. */
const outer = ['rightJoin', 'fullJoin'];
const refusalOf = (method: string) => (outer.includes(method) ? 'allowed' : undefined);

const joined: HandleAttack[] = [
  ...joins.flatMap((method) => [
    reading(method, (query, target) => query[method]?.(twin(target), always), refusalOf(method)),
    reading(
      `${method} with an open or`,
      (query, target) => query[method]?.(twin(target), either),
      refusalOf(method),
    ),
    reading(
      `${method} with a function for a condition`,
      (query, target) => query[method]?.(twin(target), () => either),
      refusalOf(method),
    ),
    {
      name: `${method} of the table to an empty subquery`,
      refusal: 'allowed' as const,
      run: (tx: ScopedTx, target: HandleTarget) => {
        const none = tx.select().from(target.table).where(sql`false`).as('none');
        const query = tx.select().from(none) as unknown as Builder;
        return query[method]?.(target.table, always) as Builder;
      },
    },
  ]),
  ...[...joins, ...laterals].map((method) =>
    reading(
      `${method} of a subquery the handle did not make`,
      (query, target) => query[method]?.(unscoped(target), always),
      'allowed',
    ),
  ),
  reading('crossJoin', (query, target) => query.crossJoin?.(twin(target)), 'allowed'),
  ...crosses.map((method) =>
    reading(
      `${method} of a subquery the handle did not make`,
      (query, target) => query[method]?.(unscoped(target)),
      'allowed',
    ),
  ),
];

const combined: HandleAttack[] = sets.flatMap((method) => [
  reading(method, (query, target, tx) => query[method]?.(ownSelect(tx, target)), 'allowed'),
  reading(
    `${method} with a select the handle did not make`,
    (query, { table }) => query[method]?.(plain.select().from(table)),
    'allowed',
  ),
]);

/** Every way to read rows through the handle. */
export const readAttacks: HandleAttack[] = [...selects, ...joined, ...combined];
