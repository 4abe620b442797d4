import type { Metadata } from 'next';
import { formatExactly } from '@/app/_screens/format-moment';
import type { Query } from '@/app/_screens/screen-types';
import { grantDays, mayGrant } from '@/lib/admin/support/support-grant';
import { readSupportLog, type SupportEntry } from '@/lib/admin/support/support-log';
import { adminPage } from '@/lib/api/admin-page';
import { Flash } from '@/lib/ui/dialog/flash';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PageHead } from '@/lib/ui/shell/page-head';
import { adminPlace } from '../_parts/admin-place';
import { GrantPanel } from './_parts/grant-panel';
import { endWords, mayWords, whoWords } from './_parts/support-words';
import { endAccess, grant, withdraw } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Support access' };

const done: Record<string, string> = {
  ended: 'The access has ended',
  granted: 'Support may change things',
  withdrawn: 'Support looks only',
};

/** Who of the platform acts or acted as a member, with the way to end it (issue 5, item 8). */
export default async function SupportPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const ctx = await adminPage(params, { permission: 'support.read', path: '/admin/support' });
  const { running, past, grant: granted } = await readSupportLog(ctx);
  const { dates } = adminPlace(ctx.tenant, 'support');
  const may = ctx.can('support.write');
  const untilWords = ({ expiresAt }: SupportEntry) =>
    `until ${formatExactly(expiresAt, dates)} at the latest`;
  const rowOf = (entry: SupportEntry) => ({
    id: entry.id,
    person: entry.superuserName,
    title: <b>{whoWords(entry)}</b>,
    note: (
      <>
        {entry.reason}
        <br />
        <time dateTime={entry.startedAt}>{formatExactly(entry.startedAt, dates)}</time>,{' '}
        {mayWords(entry)}, {entry.endedAt ? endWords(entry) : untilWords(entry)}
      </>
    ),
    act:
      may && !entry.endedAt ? (
        <ActForm action={endAccess} fields={{ id: entry.id }}>
          <SubmitButton tone="danger">End now</SubmitButton>
        </ActForm>
      ) : null,
  });
  const said = typeof query.done === 'string' && Object.hasOwn(done, query.done);
  return (
    <>
      <PageHead
        title="Support access"
        lead="Who runs the platform can act as a member to help. Owners get a mail each time."
      />
      {said ? (
        <Flash message={done[String(query.done)] ?? ''} id={`${query.done}-${query.at}`} />
      ) : null}
      <div className="settings-groups">
        <Panel title="Now" flush>
          {running.length > 0 ? (
            <RowList rows={running.map(rowOf)} />
          ) : (
            <EmptyState icon="key" title="Nobody is here" tone="plain">
              No one acts on a member’s behalf at the moment.
            </EmptyState>
          )}
        </Panel>
        <GrantPanel
          {...{ granted, days: grantDays, dates }}
          grant={may && mayGrant(ctx) ? grant : null}
          withdraw={may ? withdraw : null}
        />
        {past.length > 0 ? (
          <Panel title="Before" flush>
            <RowList rows={past.map(rowOf)} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
