import { type Command, Option } from 'commander';
import { hashPassword } from '../../auth/hash-password';
import { domainFault } from '../../tenancy/domain-fault';
import { emailFault, nameFault, passwordFault } from '../../tenancy/provisioning/new-tenant';
import { provisionTenant } from '../../tenancy/provisioning/provision-tenant';
import { slugFault } from '../../tenancy/slug-fault';
import { askFor } from '../ask/ask-for';
import { hasPerson } from '../ask/has-person';
import { example } from '../example';
import { onPlatform } from '../on-platform';
import { print, printOnce } from '../output/print';

/** create. */
export function addCreateCommands(program: Command): void {
  const create = program
    .command('create')
    .description('make a tenant with its owner, who can sign in at once')
    .option('--slug <slug>', 'its name in addresses, as in acme')
    .option('--name <name>', 'what people call it')
    .option('--owner-email <email>', 'of the owner; who has an account keeps their password')
    .option('--owner-name <name>', 'of somebody new')
    .option('--owner-password <password>', 'of somebody new; made up and shown once when absent')
    .option('--domain <hostname>', 'a domain of its own')
    .addOption(
      new Option('--placement <placement>', 'where its rows are').choices(['row']).default('row'),
    )
    .option('--json', 'print what was made as JSON')
    .option('--no-input', 'ask for nothing')
    .action(runCreate);
  example(create, 'create --slug acme --name "ACME Corporation" --owner-email ada@example.com');
}

interface CreateOptions {
  slug?: string;
  name?: string;
  ownerEmail?: string;
  ownerName?: string;
  ownerPassword?: string;
  domain?: string;
  placement: string;
  json?: boolean;
  input: boolean;
}

async function runCreate({ json, ...given }: CreateOptions): Promise<void> {
  const wanted = await complete(given);
  const made = await onPlatform((db) => provisionTenant(db, wanted, { hashPassword }));
  const { tenant, domain, ...rest } = made;
  const answer = { ...tenant, domain: domain?.hostname, ...rest };
  if (json) return printOnce(JSON.stringify(answer, null, 2));
  const { name, origin } = tenant;
  print(`${name} is at ${origin}`);
  print(`${made.owner.email} owns it and signs in at ${origin}/admin`);
  if (made.password) printOnce(`password, shown this once: ${made.password}`);
  if (made.notice) print(made.notice);
}

/** Who is asked for what is needed is asked for the rest as well; who gave it is asked nothing. */
async function complete({ input, ...given }: Omit<CreateOptions, 'json'>) {
  const isComplete = given.slug && given.name && given.ownerEmail;
  const mayAsk = input && !isComplete;
  const slug = await askFor('slug', 'name in addresses, as in acme', given.slug, input, {
    fault: slugFault,
  });
  const name = await askFor('name', 'what people call it', given.name, input, {
    fault: nameFault,
  });
  const ownerEmail = await askFor('owner-email', 'email of the owner', given.ownerEmail, input, {
    fault: emailFault,
  });
  const needed = { ...given, slug, name, ownerEmail };
  if (!hasPerson(mayAsk)) return needed;
  const rest = { isOptional: true };
  return {
    ...needed,
    ownerPassword: await askFor(
      'owner-password',
      'password of the owner, if new (empty: one is made up)',
      given.ownerPassword,
      true,
      { ...rest, isHidden: true, fault: passwordFault },
    ),
    domain: await askFor('domain', 'a domain of its own (or empty)', given.domain, true, {
      ...{ ...rest, fault: domainFault },
    }),
  };
}
