import { shownDomain } from './domain-name';
import { type DomainRecord, recordsOf } from './domain-records';
import { type DomainRow, type DomainStatus, domainStatus } from './domain-status';

/** A domain as its tenant sees it. Plain data. */
export interface DomainView {
  id: string;
  /** In ASCII, as the DNS has it. */
  hostname: string;
  /** As people write it; the same where that is ASCII. */
  name: string;
  isPrimary: boolean;
  isVerified: boolean;
  status: DomainStatus;
  /** To copy to where the domain was bought. */
  records: (DomainRecord & { isSeen: boolean })[];
  /** ISO times, or null. */
  createdAt: string;
  verifiedAt: string | null;
  checkedAt: string | null;
  nextCheckAt: string | null;
  /** What the hosting platform says of it, where one is told of domains. */
  hosting: { state: string; note: string } | null;
}

/** Shows a row to its tenant. */
export function domainView(row: DomainRow, slug: string): DomainView {
  const { id, hostname, isPrimary, hostingState, hostingNote } = row;
  const status = domainStatus(row);
  const isProofSeen = row.state === 'held' || (row.provedAt !== null && row.state !== 'unproved');
  const isPointing = row.pointing === 'here';
  return {
    ...{ id, hostname, name: shownDomain(hostname), isPrimary, status },
    isVerified: row.verifiedAt !== null,
    records: recordsOf(hostname, row.token, slug).map((record) => ({
      ...record,
      isSeen: record.type === 'TXT' ? isProofSeen : isPointing,
    })),
    createdAt: row.createdAt.toISOString(),
    verifiedAt: iso(row.verifiedAt),
    checkedAt: iso(row.checkedAt),
    nextCheckAt: iso(row.nextCheckAt),
    hosting: hostingState ? { state: hostingState, note: hostingNote ?? '' } : null,
  };
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
