import type { DateWords } from '@/app/_screens/format-moment';
import type { OwnSession, OwnTenant } from '@/lib/auth/list-own';
import type { Viewer } from '@/lib/auth/viewer';
import type { FormAction } from '@/lib/ui/kit-types';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PlaceLink } from '@/lib/ui/place-link';
import { SessionPanel } from './session-panel';

/** Who somebody is, where they belong, and where they are signed in. */
export function AccountPanels({
  viewer,
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
      <Panel title="You">
        <DescriptionList
          items={[
            { label: 'Name', value: viewer.name },
            { label: 'Email', value: viewer.email },
          ]}
        />
      </Panel>
      <Panel title="Sites you belong to" flush={tenants.length > 0}>
        {tenants.length > 0 ? (
          <RowList rows={tenants.map(rowOf)} />
        ) : (
          <p className="text-ink-2">None so far.</p>
        )}
      </Panel>
      <SessionPanel sessions={sessions} endSessions={endSessions} dates={dates} />
    </div>
  );
}

interface AccountPanelsProps {
  viewer: Viewer;
  tenants: OwnTenant[];
  sessions: OwnSession[];
  endSessions: FormAction;
  dates: DateWords;
}

function rowOf({ id, name, origin, role, isStaff, status }: OwnTenant) {
  const paused = closedWords[status] ?? '';
  return {
    id,
    title: name,
    href: isStaff ? `${origin}/admin` : origin,
    note: `${origin.replace(/^https?:\/\//, '')}, as ${role}${paused}`,
  };
}

const closedWords: Partial<Record<OwnTenant['status'], string>> = {
  suspended: ', paused for now',
  maintenance: ', in maintenance',
};
