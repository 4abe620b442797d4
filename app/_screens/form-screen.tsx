import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { PageHead } from '@/lib/ui/shell/page-head';
import { creatableFields } from './creatable-fields';
import { DoneFlash } from './done-flash';
import { fieldSpec, isAside, startOf } from './field-specs';
import { FormActs, FormStates } from './form-head';
import { firstChoices, guessedStart } from './form-start';
import { formatMoment } from './format-moment';
import { getRecordOnce } from './get-record-once';
import { rightsOf } from './list-acts';
import { singularOf, titleOf } from './nouns';
import { ReadonlyRecord } from './readonly-record';
import { RecordForm } from './record-form';
import { rightsWords } from './rights-words';
import type { Place, Query, ResourceLook, ScreenActions } from './screen-types';
import { slugSource } from './slug-source';

export interface FormScreenProps {
  ctx: ResourceContext;
  resource: Resource;
  place: Place;
  query: Query;
  actions: Pick<ScreenActions, 'save' | 'choices' | 'related' | 'preview'>;
  /** Without one, a new record. */
  id?: string;
  look?: ResourceLook;
  /** What stands between the heading and the form. */
  above?: ReactNode;
}

/**
 * The form of a record, or of a new one; a plain description for who may not change it (D9, D10,
 * D18). It does not return for an unknown id.
 */
export async function FormScreen({
  ctx,
  resource,
  place,
  query,
  actions,
  id,
  look = {},
  above,
}: FormScreenProps) {
  const rights = rightsOf(ctx, resource);
  const record = id === undefined ? null : await getRecordOnce(ctx, resource, id);
  if (id !== undefined && !record) notFound();
  if (record && (!rights.write || resource.form.length === 0)) {
    return (
      <ReadonlyRecord
        {...{ resource, place, record, look, above }}
        lead={rightsWords(resource, rights)}
      />
    );
  }
  if (!rights.write) notFound();
  const fields = resource.form.flatMap((name) => resource.fields[name] ?? []);
  const choices = await firstChoices(ctx, resource, fields, record);
  const start = record
    ? startOf(resource, record, place.dates)
    : guessedStart(ctx, fields, choices);
  const specs = fields.map((field) => ({
    aside: isAside(field),
    spec: fieldSpec({ field, start, choices, dates: place.dates }),
  }));
  const isWide = fields.some(({ kind }) => kind === 'markdown');
  const name = singularOf(resource);
  return (
    <>
      <PageHead
        title={record ? titleOf(resource, record, look) : `New ${name}`}
        crumbs={[{ label: resource.label, href: place.base }]}
        badges={record ? <FormStates {...{ resource, record }} /> : undefined}
        lead={
          record?.updatedAt ? `Changed ${formatMoment(record.updatedAt, place.dates)}` : undefined
        }
        actions={<FormActs {...{ resource, place, record, rights, look }} />}
      />
      <DoneFlash query={query} resource={resource} base={place.base} />
      {above}
      <RecordForm
        // No version in it: without scripts React finds the answer of a refused save by this key.
        key={`${record?.id ?? 'new'} ${String(query.at ?? '')}`}
        action={actions.save}
        findChoices={actions.choices}
        related={actions.related && { form: actions.related.form, create: actions.related.create }}
        creatable={creatableFields(ctx, fields, actions.related)}
        preview={actions.preview}
        main={specs.filter(({ aside }) => !(isWide && aside)).map(({ spec }) => spec)}
        aside={specs.filter(({ aside }) => isWide && aside).map(({ spec }) => spec)}
        resource={resource.name}
        slug={slugSource(fields)}
        stored={start.values}
        base={place.base}
        canAdd={!resource.isUploaded}
        record={
          record && {
            id: record.id,
            version: record.version === null ? '' : String(record.version),
          }
        }
        once={crypto.randomUUID()}
      />
    </>
  );
}
