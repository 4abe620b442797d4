import type { Verdict } from './sql-attacks';

export type SqlOutcome =
  | { rows: { tenant: string | null }[] }
  | { error: Error & { code?: string } };

/**
 * What counts as refused: permission denied or a row that violates a policy; a foreign key, which
 * holds the tenant; an object that is not even there.
 */
const refused = new Set(['42501', '23503', '42704']);
/** What a cast says about the text it was given. */
const toldByError = new Set(['22P02', '22003', '22007', '22012']);

/** Says what an attack in SQL got, or null when the wall held. */
export function judgeSql(outcome: SqlOutcome, verdict: Verdict, own: string): string | null {
  if ('error' in outcome) return judgeError(outcome.error, verdict);
  const { rows } = outcome;
  switch (verdict) {
    case 'own rows': {
      const foreign = rows.filter(({ tenant }) => tenant !== own);
      return foreign.length > 0 ? `${foreign.length} rows of another tenant came through` : null;
    }
    case 'no rows':
      return rows.length > 0 ? `${rows.length} rows came through` : null;
    case 'denied':
      return 'was not denied';
    case 'no data in errors':
      return null;
  }
}

function judgeError(error: Error & { code?: string }, verdict: Verdict): string | null {
  if (refused.has(error.code ?? '')) return null;
  if (verdict === 'no data in errors' && toldByError.has(error.code ?? '')) {
    return `the error tells what another tenant wrote: ${error.message}`;
  }
  return `could not be carried out: ${error.message}`;
}
