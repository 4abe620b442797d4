import { createInterface } from 'node:readline/promises';

/**
 * Takes an option, or asks for it in a terminal.
 *
 * @param given - what stood on the command line.
 * @param mayAsk - false with --no-input.
 * @throws Error that names the option where nobody can be asked.
 */
export async function askFor(
  option: string,
  question: string,
  given: string | undefined,
  mayAsk: boolean,
): Promise<string> {
  if (given !== undefined) return given;
  if (!mayAsk || !process.stdin.isTTY || !process.stdout.isTTY) {
    throw new Error(`--${option} is missing: ${question}.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer;
}
