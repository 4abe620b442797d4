import { redactPayload } from '../../events/redact-payload';
import { type Format, formatRows } from './format-rows';
import { redactText } from './redact-text';

/** Prints a line. */
export function print(line: string): void {
  printOnce(redactText(line));
}

/** Prints something as JSON, without the values of fields that have a telling name (N5). */
export function printJson(value: unknown): void {
  printFigures(redactPayload(value));
}

/** The same where a telling name tells nothing: the hash of an audit log is to be kept elsewhere. */
export function printFigures(value: unknown): void {
  printOnce(JSON.stringify(JSON.parse(JSON.stringify(value ?? null), redactOne), null, 2));
}

/** Prints rows for people or programs. @throws Error for a format that is none. */
export function printRows(rows: readonly object[], format: Format): void {
  const shown = JSON.parse(JSON.stringify(redactPayload(rows)), redactOne);
  process.stdout.write(formatRows(shown, format));
}

/** Prints a line as it is: a password or a link that is shown this once, to whom it is meant for. */
export function printOnce(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Text by text, so that what is left is still JSON. */
function redactOne(_: string, value: unknown): unknown {
  return typeof value === 'string' ? redactText(value) : value;
}
