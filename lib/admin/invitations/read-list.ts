/** One line of a pasted list, as far as it can be read. */
export interface ListedLine {
  /** As it was pasted. */
  text: string;
  email: string;
  /** Names, as somebody wrote them. */
  role: string;
  groups: string[];
}

type Column = 'email' | 'role' | 'groups';

const named: Record<string, Column> = {
  ...{ email: 'email', 'e-mail': 'email', mail: 'email', address: 'email' },
  ...{ role: 'role', group: 'groups', groups: 'groups' },
};
const usual: (Column | null)[] = ['email', 'role', 'groups'];

/**
 * Reads a list of people: an address a line, or CSV with the columns email, role and groups, in this
 * order or under a header; several addresses in one line, as mail programs write them; and names
 * before addresses, as in `Ada <ada@example.com>`. Each line stands for itself, so that what cannot be
 * read can be given back to be mended.
 */
export function readList(text: string): ListedLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const given = lines.filter((line) => /[^\s,;]/.test(line));
  const header = columnsOf(given[0] ?? '');
  const body = header ? given.slice(1) : given;
  return body.flatMap((line) => readLine(line, header ?? usual));
}

function columnsOf(line: string): (Column | null)[] | null {
  const names = cellsOf(line).map((cell) => named[cell.toLowerCase()] ?? null);
  return names.includes('email') ? names : null;
}

function readLine(line: string, columns: (Column | null)[]): ListedLine[] {
  const cells = cellsOf(withoutNames(line));
  const isManyPeople = cells.length > 1 && cells.every((cell) => cell.includes('@'));
  if (isManyPeople) {
    return cells.map((cell) => ({ text: cell, email: clean(cell), role: '', groups: [] }));
  }
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  // Groups may have the list's own separator between them, where they come last.
  const last = columns.indexOf('groups');
  const more = last === columns.length - 1 ? cells.slice(columns.length) : [];
  const groups = last < 0 ? [] : [cell('groups'), ...more].flatMap((one) => one.split(/[;|,]/));
  return [
    {
      text: line.trim(),
      email: clean(cell('email')),
      role: cell('role'),
      groups: groups.map((one) => one.trim()).filter((one) => one !== ''),
    },
  ];
}

/** `Ada <ada@example.com>` and `"Lovelace, Ada" <ada@example.com>` are the address alone. */
function withoutNames(line: string): string {
  return line.replace(/(^|[,;\t])\s*(?:"[^"]*"|[^"<>,;\t]*)\s*<([^<>\s]*)>/g, '$1$2');
}

/** Cells of a line: comma, semicolon or tab, whichever comes first outside of quotes. */
function cellsOf(line: string): string[] {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const separator = /[,;\t]/.exec(bare)?.[0] ?? ',';
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
}

function clean(email: string): string {
  return email
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
}
