import { Command } from 'commander';
import { addAliases } from './aliases/add-aliases';
import { addAuditCommands } from './commands/audit-commands';
import { addCountCommand } from './commands/count-command';
import { addCreateCommands } from './commands/create-commands';
import { addDatabaseCommands } from './commands/database-commands';
import { addDoctorCommand } from './commands/doctor-command';
import { addDomainCommands } from './commands/domain-commands';
import { addJobCommands } from './commands/job-commands';
import { addLifeCommands } from './commands/life-commands';
import { addLossCommands } from './commands/loss-commands';
import { addMigrateCommands } from './commands/migrate-commands';
import { addPostCommands } from './commands/post-commands';
import { addReindexCommand } from './commands/reindex-command';
import { addSeedCommand } from './commands/seed-command';
import { addShellCommands } from './commands/shell-commands';
import { addSuperuserCommands } from './commands/superuser-commands';
import { addTenantCommands } from './commands/tenant-commands';
import { addTwoFactorCommand } from './commands/two-factor-command';

/** Every command of the CLI, with the names that other frameworks have for them. */
export function createProgram(): Command {
  const program = new Command('tenant')
    .description('Looks after the tenants and the database of this installation.')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  addDatabaseCommands(program);
  addMigrateCommands(program);
  addSeedCommand(program);
  addCreateCommands(program);
  addSuperuserCommands(program);
  addTwoFactorCommand(program);
  addTenantCommands(program);
  addLifeCommands(program);
  addLossCommands(program);
  addCountCommand(program);
  addShellCommands(program);
  addPostCommands(program);
  addReindexCommand(program);
  addDomainCommands(program);
  addJobCommands(program);
  addAuditCommands(program);
  addDoctorCommand(program);
  addAliases(program);
  return program;
}
