import { judge, judgeAll, type RatioResult, type Verdict } from './ratio-result';

/** Lays the results out for a terminal: a line each, what else was seen, and a verdict per ratio. */
export function formatTable(results: readonly RatioResult[]): string {
  const header = ['', 'target / reference', 'counted', 'median', 'min to max', 'wanted', ''];
  const rows = [header, ...results.map(toCells)];
  const widths = header.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = results.flatMap(({ id, notes }) => notes.map((note) => `${id}  ${note}`));
  const ids = [...new Set(results.map(({ id }) => id))];
  const verdicts = ids.map((id) => `${id} ${sentences[judgeAll(results.filter(of(id)))]}`);
  return [table, notes, verdicts].map((lines) => lines.join('\n')).join('\n\n');
}

/** A ratio with as many digits as mean something. */
export function formatRatio(value: number): string {
  return value.toFixed(2);
}

/** The limit and the aim of a ratio in words. */
export function formatWanted({ better, limit, aim }: RatioResult): string {
  return `${better === 'higher' ? 'at least' : 'at most'} ${limit}, aim ${aim}`;
}

const sentences: Record<Verdict, string> = {
  'aim reached': 'met, and the aim as well',
  met: 'met',
  below: 'BELOW what is wanted',
};

function toCells(result: RatioResult): string[] {
  const { id, name, measure, median, min, max } = result;
  const range = `${formatRatio(min)} to ${formatRatio(max)}`;
  return [id, name, measure, formatRatio(median), range, formatWanted(result), judge(result)];
}

function of(id: string) {
  return (result: RatioResult) => result.id === id;
}
