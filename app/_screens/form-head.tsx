import type { ResourceRecord } from '@/lib/resources/record';
import type { Resource } from '@/lib/resources/resource';
import { Badge } from '@/lib/ui/list/badge';
import { stateLook } from '@/lib/ui/list/state-badge';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import type { Rights } from './list-acts';
import type { Place, ResourceLook } from './screen-types';

/** The states of a record, as its list shows them. */
export function FormStates({ resource, record }: { resource: Resource; record: ResourceRecord }) {
  return resource.columns.flatMap((name) => {
    const field = resource.fields[name];
    const value = record.values[name];
    if (field?.kind !== 'choice' || typeof value !== 'string') return [];
    const { label, tone, icon } = stateLook(value);
    const words = field.choices.find((choice) => choice.value === value)?.label ?? label;
    return (
      <Badge key={name} tone={tone} icon={icon}>
        {words}
      </Badge>
    );
  });
}

interface HeadProps {
  resource: Resource;
  place: Place;
  record: ResourceRecord | null;
  rights: Rights;
  look: ResourceLook;
}

/** What can be done with a record besides saving it; verbs save what was typed first. */
export function FormActs({ resource, place, record, rights, look }: HeadProps) {
  const site = record && look.siteHref?.(record.values);
  const verbs = record
    ? rights.actions.filter((name) => !resource.actions[name]?.refuse?.(record.values))
    : rights.actions.filter((name) => name === 'publish');
  return (
    <>
      {record && resource.has.version ? (
        <ButtonLink href={`${place.base}/${record.id}/history`} icon="history" tone="plain">
          History
        </ButtonLink>
      ) : null}
      {record && rights.delete ? (
        <ButtonLink href={`${place.base}/${record.id}/delete`} icon="trash" tone="plain">
          {resource.has.trash ? 'Move to trash' : 'Delete'}
        </ButtonLink>
      ) : null}
      {site ? (
        <ButtonLink href={site} icon="open" tone="plain">
          View on site
        </ButtonLink>
      ) : null}
      {verbs.map((name) => (
        <button
          key={name}
          type="submit"
          form="record-form"
          name="_intent"
          value={`act:${name}`}
          className={`button ${name === 'publish' ? 'primary' : 'plain'}`}
        >
          {resource.actions[name]?.label ?? name}
        </button>
      ))}
    </>
  );
}
