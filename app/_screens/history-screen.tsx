import { notFound } from 'next/navigation';
import { type RecordVersion, recordHistory } from '@/lib/resources/record-history';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { textOf } from './changes-panel';
import { formatExactly, formatMoment } from './format-moment';
import { getRecordOnce } from './get-record-once';
import { HistoryList, type HistoryVersion } from './history-list';
import { rightsOf } from './list-acts';
import type { Place, Query, ScreenActions } from './screen-types';

export interface HistoryScreenProps {
  ctx: ResourceContext;
  resource: Resource;
  place: Place;
  query: Query;
  actions: Pick<ScreenActions, 'restore'>;
  id: string;
}

/** Who changed a record when, field by field, and the way back to any version (D13). */
export async function HistoryScreen({
  ctx,
  resource,
  place,
  query,
  actions,
  id,
}: HistoryScreenProps) {
  if (!resource.has.version) notFound();
  const record = await getRecordOnce(ctx, resource, id);
  if (!record) notFound();
  const before = Number(query.before);
  const { versions, older } = await recordHistory(ctx, resource, id, {
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  });
  const here = `${place.base}/${id}`;
  return (
    <>
      <PageHead
        title="History"
        lead={record.label}
        crumbs={[
          { label: resource.label, href: place.base },
          { label: record.label, href: here },
        ]}
      />
      <Panel flush>
        <HistoryList
          versions={versions.map((version) => plainVersion(version, place))}
          action={rightsOf(ctx, resource).write ? actions.restore : null}
          hidden={{
            _resource: resource.name,
            _id: id,
            _version: record.version === null ? '' : String(record.version),
          }}
          label={`Versions of ${record.label}`}
        />
      </Panel>
      {older === null ? null : (
        <p className="after-panel">
          <PlaceLink className="button plain" href={`${here}/history?before=${older}`}>
            Older versions
          </PlaceLink>
        </p>
      )}
    </>
  );
}

function plainVersion(
  { version, at, by, current, changes }: RecordVersion,
  { dates }: Place,
): HistoryVersion {
  return {
    version,
    who: by?.name || 'The system',
    when: formatMoment(at, dates),
    exactly: formatExactly(at, dates),
    iso: at,
    current,
    fields: changes.map(({ field, label, kind, before, after }) => ({
      name: field,
      label,
      before: shown(kind, before, dates),
      after: shown(kind, after, dates),
      long: kind === 'markdown' || kind === 'longtext',
    })),
  };
}

function shown(kind: string, value: unknown, dates: Place['dates']): string | null {
  if (kind === 'date' && typeof value === 'string') return formatExactly(value, dates);
  if (kind === 'boolean' && value !== null) return value ? 'Yes' : 'No';
  return textOf(value);
}
