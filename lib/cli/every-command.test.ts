import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { projectRoot } from '../testing/project-root';
import { allCommands, pathOf } from './aliases/add-aliases';
import { commandAliases, optionAliases } from './aliases/names';
import { createProgram } from './program';
import { runCli } from './run-cli';

const program = createProgram();
const commands = allCommands(program).filter((command) => command.commands.length === 0);
const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const table = readme.slice(readme.indexOf('## Command line'), readme.indexOf('## Operating it'));

/** They are conversations, or hand the output to somebody else’s script. */
const withoutJson = ['shell', 'exec'];

async function run(...args: string[]) {
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const code = await runCli(args);
  const [out = '', err = ''] = spies.map((spy) =>
    spy.mock.calls.map(([part]) => String(part)).join(''),
  );
  vi.restoreAllMocks();
  return { code, out, err };
}

describe.each(commands.map((command) => [pathOf(command), command] as const))(
  '%s',
  (path, command) => {
    const words = path.split(' ');

    test('has help with an example that names its own options', async () => {
      const { code, out, err } = await run(...words, '--help');
      expect([code, err]).toEqual([0, '']);
      const [, examples = ''] = out.split('\nExample:\n');
      const lines = examples.split('\n').filter(Boolean);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(new RegExp(`^ {2}npm run tenant -- ${path}( |$)`));
        const named = line.match(/ --[a-z-]+/g) ?? [];
        for (const option of named) expect(out.split('\nExample:')[0]).toContain(option);
      }
      expect(command.description()).not.toBe('');
      for (const option of command.options.filter(({ hidden }) => !hidden)) {
        const isPlain = ['--format', '--status', '--placement'].includes(option.long ?? '');
        if (!isPlain) expect(`${option.flags}: ${option.description}`).toMatch(/: ./);
      }
    });

    test('asked in a wrong way ends with 2, and says so on stderr', async () => {
      const { code, out, err } = await run(...words, '--no-such-option');
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^error: .*\n\(add --help for the options\)\n$/s);
    });

    test('prints JSON when asked to', () => {
      const has = command.options.some(({ long }) => long === '--json');
      expect(has).toBe(!withoutJson.includes(path));
    });

    test('stands in the README', () => {
      const [first = '', second] = words;
      const named = second ? new RegExp(`\`${first} [^\`]*\\b${second}\\b`) : `\`${first}`;
      expect(table).toMatch(named);
    });
  },
);

describe('names of other frameworks', () => {
  test.each(Object.entries(commandAliases))('%s is also %j', async (path, aliases) => {
    for (const alias of aliases) {
      const { code, out } = await run(alias, '--help');
      expect([code, out]).toEqual([0, expect.stringContaining(`npm run tenant -- ${path}`)]);
    }
  });

  test.each(Object.entries(optionAliases))('--%s is also %j', (name, aliases) => {
    const [option = '', ...path] = name.split(' ').reverse();
    const having = commands.filter(
      (command) =>
        (path.length === 0 || pathOf(command) === path.reverse().join(' ')) &&
        command.options.some(({ long }) => long === `--${option}`),
    );
    expect(having.length).toBeGreaterThan(0);
    for (const command of having) {
      const long = command.options.map((one) => one.long);
      for (const alias of aliases) {
        expect(long).toEqual(expect.arrayContaining([`--${alias}`]));
        expect(long).toEqual(expect.arrayContaining([`--${alias.replaceAll('-', '_')}`]));
      }
    }
  });

  test('fill the same place, and keep its rules', async () => {
    const wrong = await run('showtenants', '--isolation-type', 'moon');
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('Allowed choices are row, schema, database'),
    ]);
    const several = await run('migrate', '--parallel', '4');
    expect([several.code, several.err]).toEqual([2, expect.stringContaining('shared schema')]);
  });
});

test('what commands print goes through the place that takes secrets out', () => {
  const sources = import.meta.glob('./{commands,doctor}/*.ts', { query: '?raw', eager: true });
  const direct = Object.entries(sources).filter(
    ([path, module]) =>
      !path.includes('.test.') &&
      /process\.stdout|console\.|JSON\.stringify\((?!.*printOnce)/.test(
        String((module as { default: string }).default).replaceAll(/printOnce\(.*\);/g, ''),
      ),
  );
  expect(direct.map(([path]) => path)).toEqual([]);
});
