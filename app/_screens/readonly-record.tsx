import type { ReactNode } from 'react';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Resource } from '@/lib/resources/resource';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { PageHead } from '@/lib/ui/shell/page-head';
import { ChangesPanel, isChanges } from './changes-panel';
import { formatExactly } from './format-moment';
import { titleOf } from './nouns';
import type { Place, ResourceLook } from './screen-types';
import { cellOf } from './table-rows';

/** A record of which nothing can be changed here: its fields, and what a logged change changed. */
export function ReadonlyRecord({
  resource,
  place,
  record,
  look,
  lead,
  actions,
  above,
}: ReadonlyRecordProps) {
  const fields = Object.values(resource.fields).filter(
    ({ kind, name }) => kind !== 'json' && record.values[name] !== undefined,
  );
  const items = fields.map((field) => {
    const value = record.values[field.name];
    const cell = cellOf(field, record, { place, look });
    const shown = typeof cell === 'string' ? cell : (cell?.text ?? 'None');
    const isMoment = field.kind === 'date' && typeof value === 'string';
    return {
      label: field.label,
      value: isMoment ? <time dateTime={value}>{formatExactly(value, place.dates)}</time> : shown,
    };
  });
  const reason = reasonOf(record.values.payload);
  if (reason) items.push({ label: 'Why', value: reason });
  const changes = changesOf(record.values.payload);
  return (
    <>
      <PageHead
        title={titleOf(resource, record, look)}
        lead={lead}
        actions={actions}
        crumbs={[{ label: resource.label, href: place.base }]}
      />
      {above}
      <div className="record-columns">
        {changes ? <ChangesPanel changes={changes} /> : null}
        <Panel>
          <DescriptionList items={items} />
        </Panel>
      </div>
    </>
  );
}

interface ReadonlyRecordProps {
  resource: Resource;
  place: Place;
  record: ResourceRecord;
  look: ResourceLook;
  /** Who could change it. */
  lead?: string;
  /** What can be done about it elsewhere. */
  actions?: ReactNode;
  /** What stands between the heading and the facts. */
  above?: ReactNode;
}

/** What somebody had to say before they did it. */
function reasonOf(payload: unknown): string | null {
  const { reason } = (payload ?? {}) as { reason?: unknown };
  return typeof reason === 'string' && reason ? reason : null;
}

function changesOf(payload: unknown): Record<string, [unknown, unknown]> | null {
  if (typeof payload !== 'object' || payload === null || !('changes' in payload)) return null;
  return isChanges(payload.changes) ? payload.changes : null;
}
