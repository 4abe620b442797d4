import { CommanderError } from 'commander';
import { InvalidInput } from '../errors';
import { logTarget } from '../log-target';
import { redactText } from './output/redact-text';
import { createProgram } from './program';

/**
 * Runs one command of the CLI; output goes to stdout, faults and the log to stderr.
 *
 * @param args - what stands after `npm run tenant --`.
 * @returns the exit code: 0 done, 1 it failed, 2 it was asked for in a wrong way.
 */
export async function runCli(args: string[]): Promise<number> {
  logTarget.stream = process.stderr;
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`error: ${redactText(textOf(error))}\n`);
    return 1;
  }
}

/** A host of several addresses that all refuse gives an error with a code and no message. */
function textOf(error: unknown): string {
  if (error instanceof InvalidInput) return textOfFields(error);
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as { code?: unknown }).code ?? error.name);
}

/** By the names that the options have. */
function textOfFields({ fields }: InvalidInput): string {
  const lines = Object.entries(fields).map(([field, faults]) => {
    const option = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${option}: ${faults.join(' ')}`;
  });
  return lines.join('\n');
}
