import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import type { TenantContext } from '../../tenancy/tenant';
import { askFor } from '../ask/ask-for';
import { hasPerson } from '../ask/has-person';
import { example } from '../example';
import { enterTenant } from '../shell/enter-tenant';
import { runShell } from '../shell/run-shell';

/** shell, exec. */
export function addShellCommands(program: Command): void {
  const add = (verb: string, description: string) =>
    program
      .command(verb)
      .description(description)
      .requiredOption('--tenant <name>', 'its slug, id or domain')
      .option('--reason <words>', 'why, for the audit log of the platform')
      .option('--no-input', 'ask for nothing');
  example(
    add('shell', 'a console in a tenant’s context, with its database as it sees it').action(
      openShell,
    ),
    'shell --tenant acme --reason "a question of the owner"',
  );
  example(
    add('exec', 'run the default export of a module with a tenant’s ctx')
      .argument('<script>', 'a module, .ts or .mjs; its default export is called as run(ctx, args)')
      .argument('[args...]', 'given to it as they are')
      .action(runScript),
    'exec --tenant acme -- scripts/tidy.ts posts',
  );
}

interface Options {
  tenant: string;
  reason?: string;
  input: boolean;
}

async function openShell({ tenant, reason, input }: Options): Promise<void> {
  const running = { line: '' };
  const why = await reasonOf(reason, input);
  const entry = { tenant, what: 'shell', reason: why, running: () => running.line };
  await enterTenant(entry, (ctx) => runShell(ctx, running));
}

type Script = { default?: (ctx: TenantContext, args: string[]) => unknown };

async function runScript(script: string, args: string[], options: Options): Promise<void> {
  const { tenant, reason, input } = options;
  const module: Script = await import(pathToFileURL(path.resolve(script)).href);
  const run = module.default;
  if (typeof run !== 'function') {
    throw new Error(
      `${script} has no function for a default export: export default async (ctx) => …`,
    );
  }
  const running = () => [script, ...args].join(' ');
  const why = await reasonOf(reason, input);
  const entry = { tenant, what: `exec ${path.basename(script)}`, reason: why, running };
  await enterTenant(entry, async (ctx) => {
    await run(ctx, args);
  });
}

/** A person is asked; a script that says nothing is on record as one. */
async function reasonOf(given: string | undefined, mayAsk: boolean): Promise<string> {
  if (given === undefined && !hasPerson(mayAsk)) return 'no reason given';
  return askFor('reason', 'why, for the audit log of the platform', given, mayAsk);
}
