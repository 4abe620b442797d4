const MAX_LENGTH = 300_000;
const MAX_LINES = 20_000;
const MAX_BLOCK_LINES = 4_000;
const MAX_LINE_DEPTH = 16;
const MAX_TOTAL_DEPTH = 10_000;
const MAX_BLOCK_MARKS = 2_000;
const MAX_MARKS = 40_000;
const MAX_COLUMNS = 32;
const INDENT_PER_LEVEL = 4;
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-+*]|\d+[.)]/g;
const DELIMITER_ROW = /^[\s>|:-]+$/;
const MARK = /[[\]*_~`<!&:@\\]/g;

/**
 * Whether parsing this Markdown could hold the process: a parser's time grows with the square of
 * the nesting, of the unmatched marks and of the lines of one block, so 200 KB of ">" or "[" cost
 * minutes. The limits lie far above what people write.
 * @param source Markdown as stored
 */
export function isHostileMarkdown(source: string): boolean {
  const lines = source.split('\n');
  return (
    source.length > MAX_LENGTH ||
    lines.length > MAX_LINES ||
    count(source, MARK) > MAX_MARKS ||
    source.split(/\n[ \t]*\n/).some(isHostileBlock) ||
    lines.some((line) => containers(line) > MAX_LINE_DEPTH || columns(line) > MAX_COLUMNS) ||
    lines.reduce((total, line) => total + depth(line), 0) > MAX_TOTAL_DEPTH
  );
}

function isHostileBlock(block: string): boolean {
  return count(block, MARK) > MAX_BLOCK_MARKS || count(block, /\n/g) > MAX_BLOCK_LINES;
}

/** How many quote and list marks a line opens with. */
function containers(line: string): number {
  const opening = CONTAINERS.exec(line)?.[0];
  return opening === undefined ? 0 : count(opening, CONTAINER);
}

/** Marks of the line itself and those it inherits by its indentation. */
function depth(line: string): number {
  const own = containers(line);
  return own === 0 ? 0 : own + Math.floor(line.search(/[^ \t]/) / INDENT_PER_LEVEL);
}

// A delimiter row of ten thousand columns makes every short row below it as wide.
function columns(line: string): number {
  return DELIMITER_ROW.test(line) ? line.split('|').length : 0;
}

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}
