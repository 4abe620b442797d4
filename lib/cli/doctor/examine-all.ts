import type { Examination, Finding, Patient } from './diagnosis';
import { examineAudit } from './examine-audit';
import { examineDatabase } from './examine-database';
import { examineDisk } from './examine-disk';
import { examineDomains } from './examine-domains';
import { examineJobs } from './examine-jobs';
import { examineMail } from './examine-mail';
import { examineMigrations } from './examine-migrations';
import { examineRedis } from './examine-redis';
import { examineRoles } from './examine-roles';
import { examineRowSecurity } from './examine-row-security';
import { examineSearch } from './examine-search';
import { examineSecrets } from './examine-secrets';
import { examineStorage } from './examine-storage';
import { examineTenants } from './examine-tenants';

/** What the doctor looks at, in this order. */
export const examinations: Examination[] = [
  examineDatabase,
  examineRoles,
  examineMigrations,
  examineRowSecurity,
  examineTenants,
  examineDomains,
  examineJobs,
  examineAudit,
  examineSearch,
  examineRedis,
  examineStorage,
  examineMail,
  examineSecrets,
  examineDisk,
];

/** What came of one examination. */
export interface Report {
  name: string;
  /** `skipped` after a fault from which whatever it found would follow. */
  state: 'sound' | 'warning' | 'fault' | 'skipped';
  findings: Finding[];
}

/**
 * Examines an installation.
 *
 * @param told - called with each report as it is there: some take long.
 */
export async function examineAll(
  patient: Patient,
  told: (report: Report) => void = () => {},
  list = examinations,
): Promise<Report[]> {
  const reports: Report[] = [];
  let isOver = false;
  for (const examination of list) {
    const report: Report =
      isOver && !examination.isApart
        ? { name: examination.name, state: 'skipped' as const, findings: [] }
        : await examine(examination, patient);
    isOver ||= Boolean(examination.comesFirst) && report.state === 'fault';
    reports.push(report);
    told(report);
  }
  return reports;
}

async function examine({ name, run }: Examination, patient: Patient): Promise<Report> {
  const findings = await run(patient).catch(unexamined);
  const isFault = findings.some(({ severity }) => severity === 'fault');
  return { name, state: isFault ? 'fault' : findings.length > 0 ? 'warning' : 'sound', findings };
}

function unexamined(error: unknown): Finding[] {
  const { message, code } = error as { message?: string; code?: string };
  const what = `This could not be looked at: ${message || code || String(error)}`;
  return [{ severity: 'fault', what, remedy: 'Mend what stands above, and ask again.' }];
}
