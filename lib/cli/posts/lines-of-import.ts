import type { Outcome } from '../../admin/porting/item-report';
import type { Brought } from './bring-posts';

const words: Record<Outcome, [dry: string, done: string]> = {
  new: ['would be added', 'added'],
  replaced: ['would be replaced', 'replaced'],
  copied: ['would be added beside', 'added beside'],
  unchanged: ['unchanged', 'unchanged'],
  skipped: ['left as it is', 'left as it is'],
  refused: ['refused', 'refused'],
};

/** What an import did, or would do: a line for each file, its faults and notes under it, and the sum. */
export function linesOfImport({ items, leftOut }: Brought, dryRun: boolean): string[] {
  const wordOf = (outcome: Outcome) => words[outcome][dryRun ? 0 : 1];
  const counts = new Map<Outcome, number>();
  const lines = items.flatMap(({ name, outcome, faults, notes }) => {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    return [
      `${name}: ${wordOf(outcome)}`,
      ...faults.map(({ line, message }) => `  ${line ? `line ${line}: ` : ''}${message}`),
      ...notes.map((note) => `  ${note}`),
    ];
  });
  const sum = [...counts].map(([outcome, count]) => `${count} ${wordOf(outcome)}`).join(', ');
  const others = leftOut > 0 ? `; ${leftOut} that are no Markdown left out` : '';
  return [...lines, `${sum}${others}`];
}
