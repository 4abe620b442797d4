import type { Command } from 'commander';
import { resetTwoFactor } from '../../auth/two-factor/reset-two-factor';
import { emailFault } from '../../tenancy/provisioning/new-tenant';
import { askFor } from '../ask/ask-for';
import { example } from '../example';
import { onPlatform } from '../on-platform';
import { print, printJson } from '../output/print';

/** reset-two-factor. */
export function addTwoFactorCommand(program: Command): void {
  const reset = program
    .command('reset-two-factor')
    .description('turn two-factor off for somebody who has lost phone and recovery codes')
    .option('--email <email>', 'whose account it is; be sure that it is them who ask')
    .option('--json', 'print what was done as JSON')
    .option('--no-input', 'ask for nothing')
    .action(runReset);
  example(reset, 'reset-two-factor --email ada@example.com');
}

interface Given {
  email?: string;
  json?: boolean;
  input: boolean;
}

async function runReset({ json, input, ...given }: Given): Promise<void> {
  const email = await askFor('email', 'email of the account', given.email, input, {
    fault: emailFault,
  });
  const wasOn = await onPlatform((db) => resetTwoFactor(db, email));
  if (json) return printJson({ email, wasOn });
  print(wasOn ? `two-factor is off for ${email}, who is told` : `two-factor was off for ${email}`);
}
