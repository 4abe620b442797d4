import { formatExactly } from '@/app/_screens/format-moment';
import type { OwnExport } from '@/lib/removal/export/own-export';
import { formatCount } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PlaceLink } from '@/lib/ui/place-link';
import { consoleDates } from '../../../admin/_parts/console-place';
import { LookAgain } from './look-again';

/** How far a copy has come, place by place, and the way to it once it is whole. */
export function CopyPanel({ made }: { made: OwnExport }) {
  const { createdAt, expiresAt, places } = made;
  const waiting = places.filter(({ state }) => state === 'waiting').length;
  return (
    <Panel
      title={`Copy of ${formatExactly(createdAt, consoleDates)} UTC`}
      flush
      foot={
        waiting > 0 ? (
          <p role="status">
            {formatCount(places.length - waiting, { one: 'place', other: 'places' })} of{' '}
            {places.length} done.{' '}
            <PlaceLink className="link" href="/account/export">
              Look again
            </PlaceLink>
            <LookAgain />
          </p>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <a className="button primary" href="/account/export/my-data.json" download>
              Download the copy
            </a>
            <span className="text-ink-2">Until {formatExactly(expiresAt, consoleDates)} UTC</span>
          </div>
        )
      }
    >
      <RowList
        rows={places.map(({ name, state }, at) => ({
          id: String(at),
          title: name ?? 'Your account',
          note: stateWords[state],
        }))}
      />
    </Panel>
  );
}

const stateWords: Record<OwnExport['places'][number]['state'], string> = {
  waiting: 'Waiting',
  ready: 'In the copy',
  failed: 'Could not be read, and is not in the copy. Ask for a new one.',
};
