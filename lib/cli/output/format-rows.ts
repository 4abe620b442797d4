export type Format = 'table' | 'json' | 'csv';
type Row = Record<string, unknown>;

/**
 * Prints rows for people or programs.
 *
 * @throws Error for a format that is none of the three.
 */
export function formatRows(rows: Row[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (format === 'csv') return csv(rows);
  if (format === 'table') return table(rows);
  throw new Error(`"${format}" is no format: table, json or csv.`);
}

function csv(rows: Row[]): string {
  if (rows.length === 0) return '';
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => text(row[name])))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string): string {
  // A leading = + - or @ would be run as a formula by spreadsheets.
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function table(rows: Row[]): string {
  if (rows.length === 0) return 'none\n';
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => oneLine(text(row[name]))))];
  const widths = names.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** A name must not move the cursor of the terminal it is listed in. */
function oneLine(cell: string): string {
  return cell.replace(/\p{Cc}+/gu, ' ');
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
