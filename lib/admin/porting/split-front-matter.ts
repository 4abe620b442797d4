/** The two parts of a file. */
export interface SplitFile {
  yaml: string;
  /** The line of the file in which the YAML begins. */
  yamlLine: number;
  body: string;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/**
 * Takes a file apart: front matter between two lines of three hyphens, and the Markdown after it,
 * without the one empty line that may stand between them. Null for a file without front matter.
 */
export function splitFrontMatter(text: string): SplitFile | null {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return null;
  const rest = text.slice(start);
  const end = closing.exec(rest);
  if (!end) return null;
  const body = rest.slice(end.index + end[0].length).replace(/^\r?\n/, '');
  return { yaml: rest.slice(0, end.index), yamlLine: 2, body };
}
