import type { ReactNode } from 'react';
import type { DateWords } from '@/app/_screens/format-moment';
import { sitesAddress } from '@/lib/api/platform-address';
import type { OwnSession, OwnTenant } from '@/lib/auth/list-own';
import type { FormAction } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PlaceLink } from '@/lib/ui/place-link';
import { SessionPanel } from './session-panel';

/** Who somebody is, where they belong, and where they are signed in. */
export function AccountPanels({
  person,
  notice,
  moreSites,
  tenants,
  sessions,
  endSessions,
  dates,
}: AccountPanelsProps) {
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-2xl">Account</h1>
        <PlaceLink className="button" href="/logout">
          Sign out
        </PlaceLink>
      </div>
      {notice}
      {person}
      {tenants ? (
        <Panel title="Sites you belong to" act={moreSites} flush={tenants.length > 0}>
          {tenants.length > 0 ? (
            <RowList rows={tenants.map(rowOf)} />
          ) : (
            <p className="text-ink-2">None so far.</p>
          )}
        </Panel>
      ) : null}
      {sessions ? (
        <SessionPanel sessions={sessions} endSessions={endSessions} dates={dates} />
      ) : null}
    </div>
  );
}

interface AccountPanelsProps {
  /** The panel that says who it is. */
  person: ReactNode;
  /** What has just been done. */
  notice?: ReactNode;
  moreSites?: ReactNode;
  /** Null at a site that they do not belong to: others are none of its business. */
  tenants: OwnTenant[] | null;
  /** Null there too, and where somebody else acts as the person: their devices are theirs. */
  sessions: OwnSession[] | null;
  endSessions: FormAction;
  dates: DateWords;
}

function rowOf({ id, name, origin, hasAddress, role, isStaff, status }: OwnTenant) {
  const where = hasAddress ? `${origin.replace(/^https?:\/\//, '')}, as` : 'As';
  const href = isStaff ? `${origin}/admin` : origin;
  return {
    id,
    title: name,
    href: hasAddress ? href : sitesAddress(),
    note: `${where} ${role}${closedWords[status] ?? ''}`,
  };
}

const closedWords: Partial<Record<OwnTenant['status'], string>> = {
  suspended: ', paused for now',
  maintenance: ', in maintenance',
};
