const COLUMNS = 4;
const ROWS = 3;
const EMPTY = { column: 2, row: 1 };
// Lengths of the two lines of writing in each frame; any row of numbers that looks unplanned.
const LINES = [44, 30, 38, 34, 28, 46];

/** What stands in the empty frame. */
export type HouseSign = 'pin' | 'paused' | 'page' | 'broken';

const SIGNS: Record<HouseSign, string> = {
  pin: 'M0 21C-10 10-15 3-15-5a15 15 0 0 1 30 0C15 3 10 10 0 21zM-5-5a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  paused: 'M-9-15V15M9-15V15',
  page: 'M-9-6a9 9 0 1 1 13 8c-3 2-4 4-4 7M0 19v.2',
  broken: 'M-14 14L14-14M-14-14L14 14',
};

/** A house of many sites with one frame empty: the picture of 404, pause and error pages. */
export function HousePicture({ sign, className }: { sign: HouseSign; className?: string }) {
  return (
    <svg viewBox="0 0 400 340" aria-hidden="true" className={className}>
      {housePaths(sign).map(({ d, fill, stroke, dash, width }) => (
        <path
          key={d}
          d={d}
          fill={fill}
          stroke={stroke}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

interface HousePath {
  d: string;
  fill: string;
  stroke?: string;
  width?: number;
  dash?: string;
}

/** The same picture as paths, for pages that are written as text. */
export function housePaths(sign: HouseSign): HousePath[] {
  const frames: HousePath[] = [];
  for (let at = 0; at < COLUMNS * ROWS; at += 1) {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    const [x, y] = [12 + column * 96, 12 + row * 108];
    const d = `M${x + 5} ${y}h74a5 5 0 0 1 5 5v86a5 5 0 0 1-5 5h-74a5 5 0 0 1-5-5v-86a5 5 0 0 1 5-5z`;
    if (column === EMPTY.column && row === EMPTY.row) {
      frames.push({ d, fill: 'none', stroke: 'var(--ink-3)', width: 2, dash: '5 6' });
      continue;
    }
    frames.push({ d, fill: 'var(--surface)', stroke: 'var(--line-strong)', width: 2 });
    frames.push(writing(x, y + 31, at, 'var(--line-strong)'));
    frames.push(writing(x, y + 47, at + 3, 'var(--line)'));
  }
  const [x, y] = [12 + EMPTY.column * 96 + 42, 12 + EMPTY.row * 108 + 48];
  return [
    ...frames,
    { d: shift(SIGNS[sign], x, y), fill: 'none', stroke: 'var(--ink)', width: 3.5 },
  ];
}

function writing(x: number, y: number, at: number, stroke: string): HousePath {
  return { d: `M${x + 23} ${y}h${LINES[at % LINES.length]}`, fill: 'none', stroke, width: 6 };
}

// Only the absolute commands move; relative ones follow by themselves.
function shift(path: string, dx: number, dy: number): string {
  return path.replace(/([MLCV])([^A-Za-z]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const moved = values.map((value, at) => {
      if (command === 'V') return value + dy;
      return value + (at % 2 ? dy : dx);
    });
    return command + moved.join(' ');
  });
}
