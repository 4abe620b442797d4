'use client';

import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { HiddenFields } from '@/lib/ui/form/hidden-fields';
import { type DiffField, DiffView } from '@/lib/ui/list/diff-view';
import { Timeline } from '@/lib/ui/list/timeline';
import { Outcome } from './outcome';
import type { ScreenActions } from './screen-types';
import { outcomeOf, useListAction } from './use-list-action';

export interface HistoryVersion {
  version: number;
  who: string;
  when: string;
  exactly: string;
  iso: string;
  current: boolean;
  fields: DiffField[];
}

interface HistoryListProps {
  versions: HistoryVersion[];
  /** Null for who may only look. */
  action: ScreenActions['restore'] | null;
  hidden: Record<string, string>;
  label: string;
}

/** The versions of a record, each with what it changed. */
export function HistoryList({ versions, action, hidden, label }: HistoryListProps) {
  const { state, act, unsent } = useListAction(action ?? unavailable);
  return (
    <>
      <UnsentNotice unsent={unsent} title="Nothing was restored" />
      <Outcome outcome={outcomeOf(state)} />
      <form id="restore-form" action={act}>
        <HiddenFields fields={hidden} />
      </form>
      <Timeline
        label={label}
        entries={versions.map(({ version, who, when, exactly, iso, current, fields }) => ({
          id: String(version),
          who,
          what: version === 1 ? 'created it' : `changed ${listOf(fields)}`,
          when: `${when} (${exactly})`,
          iso,
          badge: current ? 'Current' : undefined,
          detail: fields.length > 0 ? <DiffView fields={fields} /> : undefined,
          detailLabel: 'Show what changed',
          act:
            action && !current ? (
              <button
                type="submit"
                form="restore-form"
                name="version"
                value={version}
                className="button plain small"
                aria-label={`Restore version ${version}`}
              >
                Restore
              </button>
            ) : undefined,
        }))}
      />
    </>
  );
}

const unavailable = (async () => {
  throw new Error('Nothing can be restored here.');
}) as unknown as ScreenActions['restore'];

function listOf(fields: DiffField[]): string {
  if (fields.length === 0) return 'nothing in the fields shown';
  return new Intl.ListFormat('en-GB').format(fields.map(({ label }) => label.toLowerCase()));
}
