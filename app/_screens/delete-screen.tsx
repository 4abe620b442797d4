import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { countDependants, type Dependants } from '@/lib/resources/count-dependants';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { formatNumber } from '@/lib/ui/format-count';
import { DeletePanel } from './delete-panel';
import { getRecordOnce } from './get-record-once';
import { rightsOf } from './list-acts';
import { singularOf } from './nouns';
import type { Place, ScreenActions } from './screen-types';

export interface DeleteScreenProps {
  ctx: ResourceContext;
  resource: Resource;
  place: Place;
  actions: Pick<ScreenActions, 'list'>;
  id: string;
  /** What hangs on the record, where more can be said than how much there is of it. */
  about?: ReactNode;
}

/** Asks before a record is moved to the trash, or deleted, with what hangs on it (D12). */
export async function DeleteScreen({
  ctx,
  resource,
  place,
  actions,
  id,
  about,
}: DeleteScreenProps) {
  if (!rightsOf(ctx, resource).delete) notFound();
  const record = await getRecordOnce(ctx, resource, id);
  if (!record) notFound();
  const dependants = await countDependants(ctx, resource, [id]);
  const name = singularOf(resource);
  const { trash } = resource.has;
  const act = trash ? 'trash' : 'delete';
  return (
    <DeletePanel
      action={actions.list}
      title={trash ? `Move “${record.label}” to the trash?` : `Delete “${record.label}” for good?`}
      lines={trash ? [] : dependants.filter(goesAlong).map(countOf)}
      words={about ?? staysWords(trash ? dependants : dependants.filter((one) => !goesAlong(one)))}
      undo={trash ? 'You can restore it from the trash.' : 'Nobody can undo this.'}
      button={trash ? `Move ${name} to trash` : `Delete ${name}`}
      keep={{ label: `Keep ${name}`, href: `${place.base}/${id}` }}
      hidden={{ _resource: resource.name, _then: 'list', rowAct: `${act}:${id}` }}
    />
  );
}

function goesAlong({ effect }: Dependants): boolean {
  return effect === 'goes too';
}

/** What hangs on the record and stays; a thing in the way is told again when it is. */
function staysWords(dependants: Dependants[]): string | undefined {
  if (dependants.length === 0) return undefined;
  const counts = new Intl.ListFormat('en-GB').format(dependants.map(countOf));
  return `Connected with it: ${counts}. Nothing of that is deleted.`;
}

function countOf({ count, label }: Dependants): string {
  return `${formatNumber(count)} ${label}`;
}
