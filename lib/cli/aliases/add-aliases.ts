import { type Command, Option } from 'commander';
import { commandAliases, optionAliases } from './names';

/**
 * Lets every command be called as other frameworks call theirs, and each option as well. They work
 * and do not stand in the help, which has one name for each thing.
 */
export function addAliases(program: Command): void {
  for (const command of allCommands(program)) {
    for (const alias of commandAliases[pathOf(command)] ?? []) command.alias(alias);
    for (const option of [...command.options]) addTwins(command, option);
  }
}

/** Every command and what is below it, without the program itself. */
export function allCommands(program: Command): Command[] {
  return program.commands.flatMap((command) => [command, ...allCommands(command)]);
}

/** As in `jobs list`. */
export function pathOf(command: Command): string {
  const above = command.parent?.parent ? `${pathOf(command.parent)} ` : '';
  return above + command.name();
}

function addTwins(command: Command, option: Option): void {
  const name = option.name();
  const given = [
    ...(optionAliases[`${pathOf(command)} ${name}`] ?? []),
    ...(optionAliases[name] ?? []),
  ];
  const spelled = [name, ...given].flatMap((one) => [one, one.replaceAll('-', '_')]);
  for (const alias of new Set(spelled)) {
    const isTaken = command.options.some(({ long }) => long === `--${alias}`);
    if (!isTaken) command.addOption(twinOf(option, alias));
  }
}

/** Another name of an option, which fills the same place. */
function twinOf(option: Option, alias: string): Option {
  const [, value = ''] = /( [<[].+)$/.exec(option.flags) ?? [];
  const twin = new Option(`--${alias}${value}`, option.description).hideHelp();
  twin.negate = option.negate;
  twin.parseArg = option.parseArg;
  twin.argChoices = option.argChoices;
  twin.attributeName = () => option.attributeName();
  return twin;
}
