import type { HandleAttack } from './handle-attack';

export type Outcome = { result: unknown } | { error: unknown };

interface Judgement {
  attack: Pick<HandleAttack, 'refusal' | 'seesOwn'>;
  tenantKey: string;
  own: string;
}

/** Two rows of one key: the insert did not meet the other's row, so nothing of it was touched. */
const keyIsTaken = '23505';

/**
 * Says what an attack through the handle got.
 *
 * @returns what leaked, or why the attack says nothing, or null when the wall held.
 */
export function judgeAttempt(
  outcome: Outcome,
  { attack, tenantKey, own }: Judgement,
): string | null {
  if ('error' in outcome) return judgeError(outcome.error, attack.refusal);
  const rows = rowsIn(outcome.result, tenantKey);
  const foreign = rows.filter((row) => row[tenantKey] !== own);
  if (foreign.length > 0) return `${foreign.length} rows of another tenant came through`;
  if (attack.seesOwn && rows.length === 0) return 'gave none of the tenant’s own rows';
  if (attack.refusal === 'required') return 'the handle did not refuse it';
  return null;
}

function judgeError(error: unknown, refusal: HandleAttack['refusal']): string | null {
  const code = databaseCode(error);
  if (code === keyIsTaken) return null;
  const isRefusal = code === null && error instanceof Error && !(error instanceof TypeError);
  if (isRefusal && refusal) return null;
  const text = error instanceof Error ? (error.cause ?? error) : error;
  return `could not be carried out: ${String(text)}`;
}

/** The code of a PostgreSQL error, through whatever wraps it; null for any other error. */
function databaseCode(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return error instanceof Error && error.name === 'DrizzleQueryError' ? '' : null;
}

type Row = Record<string, unknown>;

/** Rows of a plain select, and those inside the rows of a join; the empty side of a join is null. */
function rowsIn(result: unknown, tenantKey: string): Row[] {
  if (!Array.isArray(result)) return [];
  return result.flatMap((row: Row) => {
    if (tenantKey in row) return [row];
    return Object.values(row).filter((part): part is Row => isRow(part) && tenantKey in part);
  });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
