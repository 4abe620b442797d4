import type { Command } from 'commander';
import { openOwnerClient } from '../../db/owner-client';
import { env } from '../../env';
import { examineAll, type Report } from '../doctor/examine-all';
import { example } from '../example';
import { print, printJson } from '../output/print';
import { takeDatabaseAddresses } from '../take-database-addresses';

/** doctor. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command('doctor')
    .description('look for what is wrong with this installation, and say what to do about it')
    .option('--json', 'print what was found as JSON')
    .action(runDoctor);
  example(command, 'doctor --json');
}

async function runDoctor({ json }: { json?: boolean }): Promise<void> {
  await takeDatabaseAddresses();
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl, DATA_DIR: dataDir } = env();
  if (!ownerUrl || !appUrl) {
    const missing = ownerUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
    throw new Error(`${missing} is missing: the doctor asks as the owner and as the application.`);
  }
  const owner = openOwnerClient(ownerUrl);
  const told = json ? () => {} : (report: Report) => print(linesOf(report));
  const reports = await examineAll({ owner, ownerUrl, appUrl, dataDir }, told).finally(() =>
    owner.end({ timeout: 2 }),
  );
  if (json) printJson(reports);
  const faults = reports.flatMap(({ findings }) => findings).filter(isFault).length;
  if (faults > 0) throw new Error(`${faults} ${faults === 1 ? 'fault' : 'faults'} found.`);
}

const signs = { sound: 'ok', warning: 'warning', fault: 'FAULT', skipped: 'not looked at' };

function linesOf({ name, state, findings }: Report): string {
  const lines = findings.flatMap(({ what, remedy }) => [`  ${what}`, `  > ${remedy}`]);
  return [`${name}: ${signs[state]}`, ...lines].join('\n');
}

function isFault({ severity }: Report['findings'][number]): boolean {
  return severity === 'fault';
}
