/**
 * True where somebody can be asked: both ends of the conversation are a terminal.
 *
 * @param mayAsk - false with --no-input.
 */
export function hasPerson(mayAsk = true): boolean {
  return mayAsk && process.stdin.isTTY === true && process.stdout.isTTY === true;
}
