/**
 * Reads the command line of `npm test`.
 *
 * @param {string[]} args - as in process.argv.slice(2).
 * @param {string[]} known - the names of the steps.
 * @returns {{ only: string[] | null, bail: boolean, list: boolean, help: boolean }}
 * @throws Error with a sentence for the person who typed it.
 */
export function parseOptions(args, known) {
  const options = { only: null, bail: false, list: false, help: false };
  const rest = args.flatMap((arg) => (arg.startsWith('--only=') ? ['--only', arg.slice(7)] : arg));
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--bail') options.bail = true;
    else if (arg === '--list') options.list = true;
    else if (arg === '--help' || arg === '-h') options.help = true;
    else if (arg === '--only') options.only = parseNames(rest.shift(), known);
    else throw new Error(`unknown option ${arg}; --help lists them`);
  }
  return options;
}

function parseNames(value, known) {
  const names = (value ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) throw new Error('--only needs names of steps, as in --only types,lint');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Error(`there is no step ${unknown}; there are ${known.join(', ')}`);
  return names;
}
