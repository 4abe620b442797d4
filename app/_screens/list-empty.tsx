import type { Resource } from '@/lib/resources/resource';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import type { Rights } from './list-acts';
import { nounOf, singularOf } from './nouns';
import type { Place, ResourceLook } from './screen-types';

interface EmptyProps {
  resource: Resource;
  place: Place;
  rights: Rights;
  look: ResourceLook;
  trash: boolean;
}

/** A list with nothing in it: what belongs here, and the way to the first one. */
export function ListEmpty({ resource, place, look, rights, trash }: EmptyProps) {
  const noun = nounOf(resource);
  if (trash) {
    return (
      <EmptyState icon="trash" title="The trash is empty">
        What is moved to the trash stays here until somebody restores it or deletes it for good.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={look.icon ?? 'post'}
      title={`No ${noun.other} yet`}
      act={
        rights.write && resource.form.length > 0 && !resource.isUploaded ? (
          <ButtonLink href={`${place.base}/new`} icon="plus" tone="primary">
            New {singularOf(resource)}
          </ButtonLink>
        ) : undefined
      }
    >
      {look.empty ?? `Your ${noun.other} will stand here.`}
    </EmptyState>
  );
}
