import type { domains } from '../db/schema/platform';

export type DomainRow = typeof domains.$inferSelect;

/** How a domain stands, in words. */
export interface DomainStatus {
  code: DomainRow['state'] | 'vouched' | 'failing';
  /** A word or two. */
  label: string;
  tone: 'good' | 'wait' | 'bad' | 'moving';
  /** What was found, and what to do about it. */
  note: string;
}

type Facts = Pick<
  DomainRow,
  'state' | 'pointing' | 'detail' | 'verifiedAt' | 'provedAt' | 'failingSince'
>;

/** Says how a domain stands, so that whoever has to do something knows what. */
export function domainStatus(row: Facts): DomainStatus {
  const { state, detail, verifiedAt, provedAt, failingSince } = row;
  const found = detail ?? '';
  if (verifiedAt && provedAt && failingSince) return failing(row);
  if (verifiedAt && !provedAt) {
    const note = 'The platform vouches for it, so it needs no TXT record.';
    const isAway = state === 'elsewhere' || state === 'nowhere';
    if (!isAway) return { code: 'vouched', label: 'Connected', tone: 'good', note };
  }
  switch (state) {
    case 'connected':
      return { code: state, label: 'Connected', tone: 'good', note: 'Both records are right.' };
    case 'elsewhere':
      return {
        ...{ code: state, label: 'Points elsewhere', tone: 'bad' },
        note: `${found} Visitors do not arrive here. Change the record, unless a service in front passes them on.`.trim(),
      };
    case 'nowhere':
      return {
        ...{ code: state, label: 'Points nowhere yet', tone: 'wait' },
        note: 'It is yours. Visitors arrive as soon as the second record is there.',
      };
    case 'held':
      return {
        ...{ code: state, label: 'Held by another site', tone: 'wait' },
        note: 'Both records are at this name: yours, and that of the site which has the domain now. Take the other “tenantry-verify” record away and it moves here.',
      };
    case 'unknown':
      return {
        ...{ code: state, label: 'Could not be looked up', tone: 'wait' },
        note: `${found} It is looked at again by itself${verifiedAt ? ', and stays connected' : ''}.`.trim(),
      };
    case 'unproved':
      return {
        ...{ code: state, label: 'Waiting for the TXT record', tone: 'wait' },
        note: `The TXT record is not there yet. ${found}`.trim(),
      };
    default:
      return {
        ...{ code: state, label: 'Waiting for the first look', tone: 'moving' },
        note: 'Add the records below where you bought the domain.',
      };
  }
}

function failing({ state }: Facts): DomainStatus {
  const gone = state === 'nowhere' ? 'It has no address any more.' : 'Its TXT record is gone.';
  const note = `${gone} Put it back: the domain is disconnected when it stays away for three days.`;
  return { code: 'failing', label: 'Record gone', tone: 'bad', note };
}
