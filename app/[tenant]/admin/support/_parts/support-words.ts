import type { EndedHow, SupportEntry } from '@/lib/admin/support/support-log';

/** Who acted as whom: "Root as Ada". */
export function whoWords({ superuserName, userName }: SupportEntry): string {
  return `${superuserName} as ${userName}`;
}

/** What they may do, or could. */
export function mayWords({ canWrite, endedAt }: SupportEntry): string {
  if (endedAt) return canWrite ? 'could change things' : 'could look only';
  return canWrite ? 'may change things' : 'looks only';
}

/** How it came to its end. */
export function endWords({ endedHow, endedByName, superuserName }: SupportEntry): string {
  switch (endedHow) {
    case 'tenant':
      return `ended by ${endedByName ?? 'this site'}`;
    case 'superuser':
      return `ended by ${superuserName}`;
    default:
      return others[endedHow ?? 'time'];
  }
}

const others: Record<Exclude<EndedHow, 'tenant' | 'superuser'>, string> = {
  time: 'ended by its time',
  'sign-out': 'ended by signing out',
  rights: 'ended with their rights',
  person: 'ended with the member’s rights',
  closed: 'ended with the site',
  replaced: 'ended for another one',
};
