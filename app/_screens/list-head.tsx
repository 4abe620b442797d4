import type { ReactNode } from 'react';
import type { ListQuery } from '@/lib/resources/list-query';
import type { Resource } from '@/lib/resources/resource';
import { PlaceLink } from '@/lib/ui/place-link';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import type { Rights } from './list-acts';
import { listHref } from './list-href';
import { singularOf } from './nouns';
import type { Place } from './screen-types';

interface PartProps {
  resource: Resource;
  place: Place;
  rights: Rights;
}

/** What can be done with a list as a whole. */
export function ListActs({
  resource,
  place,
  query,
  rights,
  headActs,
}: PartProps & { query: ListQuery; headActs?: ReactNode }) {
  return (
    <>
      {headActs}
      <PlaceLink
        className="button plain wide-only"
        href={listHref(`${place.base}/export.csv`, resource, {
          ...query,
          after: null,
          before: null,
        })}
        download
      >
        Export CSV
      </PlaceLink>
      {rights.write && resource.form.length > 0 && !resource.isUploaded ? (
        <ButtonLink href={`${place.base}/new`} icon="plus" tone="primary">
          New {singularOf(resource)}
        </ButtonLink>
      ) : null}
    </>
  );
}
