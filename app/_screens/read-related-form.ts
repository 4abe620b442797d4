import { demand } from '@/lib/resources/demand';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { fieldSpec, type PlainField } from './field-specs';
import { firstChoices, guessedStart } from './form-start';
import type { DateWords } from './format-moment';
import type { RelatedForm } from './screen-types';
import { slugSource } from './slug-source';

/**
 * The form of a new record as a drawer draws it: every field that people fill in, as plain data.
 *
 * @throws AppError forbidden for who may not make one.
 */
export async function readRelatedForm(
  ctx: ResourceContext,
  resource: Resource,
  dates: DateWords,
): Promise<RelatedForm> {
  demand(ctx, resource, 'write');
  const fields = resource.form.flatMap((name) => resource.fields[name] ?? []);
  const choices = await firstChoices(ctx, resource, fields, null);
  const start = guessedStart(ctx, fields, choices);
  return {
    resource: resource.name,
    title: resource.title,
    fields: fields.map((field) => shorter(fieldSpec({ field, start, choices, dates }))),
    slug: slugSource(fields),
    once: crypto.randomUUID(),
  };
}

/** A drawer is no place for long texts. */
function shorter(field: PlainField): PlainField {
  return field.kind === 'markdown' ? { ...field, rows: 8 } : field;
}
