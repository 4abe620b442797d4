import type { Command } from 'commander';

/** Shows below the options of a command how it is typed. */
export function example(command: Command, ...lines: string[]): Command {
  const typed = lines.map((line) => `  npm run tenant -- ${line}`);
  return command.addHelpText('after', `\nExample:\n${typed.join('\n')}`);
}
