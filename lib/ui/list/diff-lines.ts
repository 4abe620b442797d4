/** One line of a comparison. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this many comparisons the middle is shown as replaced: it would be unreadable anyway. */
const MOST = 4_000_000;

/**
 * Compares two texts line by line, by the longest lines they have in common in the same order.
 * Removed lines stand before the ones added in their place.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const left = linesOf(before);
  const right = linesOf(after);
  const head = countEqual(left, right, (at) => [left[at], right[at]]);
  const tail = countEqual(left.slice(head), right.slice(head), (at) => [
    left[left.length - 1 - at],
    right[right.length - 1 - at],
  ]);
  return [
    ...mark('same', left.slice(0, head)),
    ...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...mark('same', left.slice(left.length - tail)),
  ];
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n');
}

function countEqual(
  left: string[],
  right: string[],
  pair: (at: number) => [string | undefined, string | undefined],
): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  for (; count < most; count++) {
    const [one, other] = pair(count);
    if (one !== other) break;
  }
  return count;
}

function mark(kind: DiffLine['kind'], lines: string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }));
}

function diffMiddle(left: string[], right: string[]): DiffLine[] {
  if (left.length * right.length > MOST) return [...mark('removed', left), ...mark('added', right)];
  return walk(left, right, commonLengths(left, right));
}

/** For every pair of places, how many lines the two rests have in common; one flat table. */
function commonLengths(left: string[], right: string[]): Uint32Array {
  const width = right.length + 1;
  const table = new Uint32Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row--)
    for (let column = right.length - 1; column >= 0; column--)
      table[row * width + column] =
        left[row] === right[column]
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
  return table;
}

function walk(left: string[], right: string[], table: Uint32Array): DiffLine[] {
  const width = right.length + 1;
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const one = left[row];
    const other = right[column];
    if (one !== undefined && one === other) {
      lines.push({ kind: 'same', text: one });
      row++;
      column++;
    } else if (one !== undefined && goesDown(table, width, row, column, other)) {
      lines.push({ kind: 'removed', text: one });
      row++;
    } else {
      lines.push({ kind: 'added', text: other ?? '' });
      column++;
    }
  }
  return lines;
}

function goesDown(
  table: Uint32Array,
  width: number,
  row: number,
  column: number,
  other: string | undefined,
): boolean {
  if (other === undefined) return true;
  return (table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0);
}
