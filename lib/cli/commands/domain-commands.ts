import { type Command, Option } from 'commander';
import { addDomain } from '../../domains/add-domain';
import { checkDomain } from '../../domains/check-domain';
import type { DomainView } from '../../domains/domain-view';
import { getDomain, listDomains } from '../../domains/get-domain';
import { makePrimary } from '../../domains/make-primary';
import { removeDomain } from '../../domains/remove-domain';
import { vouchForDomain } from '../../domains/vouch-for-domain';
import { askFor } from '../ask/ask-for';
import { askForName } from '../ask/ask-for-name';
import { example } from '../example';
import { type OpenDomains, openDomains } from '../open-domains';
import type { Format } from '../output/format-rows';
import { print, printJson, printRows } from '../output/print';

/** domain list, add, verify, remove, primary. */
export function addDomainCommands(program: Command): void {
  const group = program.command('domain').description('look after the domains of a tenant');
  const list = group
    .command('list')
    .description('list the domains of a tenant and how each stands')
    .option('--tenant <slug>', 'slug of the tenant')
    .addOption(new Option('--format <format>').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json')
    .option('--no-input', 'ask for nothing')
    .action(runList);
  example(list, 'domain list --tenant acme');
  const one = (name: string, description: string, run: Run) =>
    example(
      group
        .command(name)
        .description(description)
        .option('--tenant <slug>', 'slug of the tenant')
        .option('--domain <hostname>', 'as in blog.example.com')
        .option('--json', 'print the domain as JSON')
        .option('--no-input', 'ask for nothing')
        .action((options: Options) => onDomain(options, run)),
      `domain ${name} --tenant acme --domain blog.acme.com`,
    );
  const vouch = ['--vouch', 'on your word, without a record in the DNS'] as const;
  one('add', 'add a domain; it waits for its records', runAdd).option(...vouch);
  one('verify', 'look a domain up now', runVerify).option(...vouch);
  one('remove', 'take a domain away: the site stops answering there', runRemove).option(
    '--yes',
    'do not ask whether it is meant',
  );
  one('primary', 'make a verified domain the one that addresses name', runPrimary);
}

interface Options {
  tenant?: string;
  domain?: string;
  vouch?: boolean;
  yes?: boolean;
  json?: boolean;
  format?: Format;
  input: boolean;
}

/** What a command does; it gives the domain as it is then, or null where it is gone. */
type Run = (open: OpenDomains, domain: string, vouch: boolean) => Promise<DomainView | null>;

async function onDomain(options: Options, run: Run): Promise<void> {
  const tenant = await askFor('tenant', 'slug of the tenant', options.tenant, options.input);
  const domain = await askFor('domain', 'the domain', options.domain, options.input);
  if (run === runRemove) await askForName(domain, options, { isRequired: false });
  const view = await openDomains(tenant, (open) => run(open, domain, options.vouch ?? false));
  if (options.json) return printJson(view ?? {});
  print(view ? wordsOf(view) : `${domain} is removed`);
}

const runAdd: Run = async (open, domain, vouch) => {
  const id = await addDomain(open.ctx, domain);
  return vouch ? vouched(open, id) : getDomain(open.ctx, id);
};

const runVerify: Run = async (open, domain, vouch) => {
  const id = await open.idOf(domain);
  if (vouch) return vouched(open, id);
  await checkDomain(open.ctx, id, { query: open.query });
  return getDomain(open.ctx, id);
};

const runRemove: Run = async ({ ctx, idOf }, domain) => {
  await removeDomain(ctx, await idOf(domain));
  return null;
};

const runPrimary: Run = async ({ ctx, idOf }, domain) => {
  const id = await idOf(domain);
  await makePrimary(ctx, id);
  return getDomain(ctx, id);
};

async function vouched({ db, ctx }: OpenDomains, id: string): Promise<DomainView> {
  await vouchForDomain(db, { tenantId: ctx.tenant.id, id });
  return getDomain(ctx, id);
}

async function runList(options: Options): Promise<void> {
  const tenant = await askFor('tenant', 'slug of the tenant', options.tenant, options.input);
  const views = await openDomains(tenant, ({ ctx }) => listDomains(ctx));
  if (options.json || options.format === 'json') return printJson(views);
  const rows = views.map(({ hostname, isPrimary, status, checkedAt, nextCheckAt }) => ({
    ...{ domain: hostname, status: status.label, primary: isPrimary ? 'yes' : '' },
    ...{ checked: checkedAt, next: nextCheckAt },
  }));
  printRows(rows, options.format ?? 'table');
}

function wordsOf({ hostname, status, isPrimary, isVerified, records }: DomainView): string {
  const head = `${hostname}: ${status.label}${isPrimary ? ', primary' : ''}`;
  const open = isVerified && status.tone === 'good' ? [] : records;
  const lines = open.map(({ type, name, value }) => `  ${type.padEnd(5)}  ${name}  ${value}`);
  return [head, status.note, ...lines].join('\n');
}
