import { type Examination, type Finding, fault, warning } from './diagnosis';

const mostMinutesLate = 30;
const mostDaysPending = 7;

/** Domains that are served are proved, and looked at when it is time; those that wait do not for ever. */
export const examineDomains: Examination = {
  name: 'domains',
  run: async ({ owner }) => {
    const rows = await owner`
      select d.hostname, t.slug, d.verified_at is null as waits, d.is_primary as primary,
        d.failing_since as failing, d.hosting_state = 'failed' as unhosted, d.hosting_note as note,
        d.pending_since < now() - make_interval(days => ${mostDaysPending}) as long,
        round(extract(epoch from now() - d.next_check_at) / 60)::int as late
      from platform.domains d join platform.tenants t on t.id = d.tenant_id
      where t.status <> 'deleted' order by t.slug, d.hostname`;
    const late = rows.filter((row) => row.late >= mostMinutesLate);
    return [...overdue(late.length, late[0]?.late), ...rows.flatMap(findingsOf)].slice(0, 40);
  },
};

interface Row {
  hostname: string;
  slug: string;
  waits: boolean;
  primary: boolean;
  failing: Date | null;
  unhosted: boolean | null;
  note: string | null;
  long: boolean;
}

function findingsOf(row: Record<string, unknown>): Finding[] {
  const { hostname, slug, waits, primary, failing, unhosted, note, long } = row as unknown as Row;
  const of = `--tenant ${slug} --domain ${hostname}`;
  const found: Finding[] = [];
  if (waits && primary) {
    const what = `${hostname} is the primary domain of ${slug}, and is not verified: its addresses lead nowhere.`;
    const remedy = `Prove it with \`domain verify ${of}\`, or make another one primary with \`domain primary\`.`;
    found.push(fault(what, remedy));
  } else if (waits && long) {
    const what = `${hostname} of ${slug} has waited for its record for more than ${mostDaysPending} days.`;
    const remedy = `\`domain verify ${of}\` shows the records it needs; \`domain remove ${of}\` gives it up.`;
    found.push(warning(what, remedy));
  }
  if (failing) {
    const what = `A record of ${hostname} (${slug}) is gone since ${failing.toISOString().slice(0, 16)}Z: it is disconnected after three days.`;
    found.push(warning(what, `Put the record back, then run \`domain verify ${of}\`.`));
  }
  if (unhosted) {
    const what = `The hosting platform does not serve ${hostname} of ${slug}: ${note ?? 'it did not say why'}.`;
    const remedy = 'See that VERCEL_TOKEN and VERCEL_PROJECT_ID are right, then verify it again.';
    found.push(warning(what, remedy));
  }
  return found;
}

function overdue(domains: number, minutes: number): Finding[] {
  if (domains === 0) return [];
  const which = domains === 1 ? '1 domain was' : `${domains} domains were`;
  const what = `${which} to be looked at again, one ${minutes} minutes ago, and nobody has.`;
  const remedy =
    'Start the application with WORKER=on, or let a scheduler call /api/cron; `jobs list --dead` shows checks that were given up.';
  return [fault(what, remedy)];
}
