import { findResource } from '@/lib/admin/registry';
import { relatedResource } from '@/lib/admin/related-resource';
import { AppError } from '@/lib/errors';
import type { Resource } from '@/lib/resources/resource';

/**
 * The resource of a name that came from outside.
 *
 * @throws AppError not_found
 */
export function namedResource(name: unknown): Resource {
  const resource = typeof name === 'string' ? findResource(name) : undefined;
  if (!resource || resource.platformOnly) {
    throw new AppError('not_found', 'There is no such list.');
  }
  return resource;
}

/** The resource a form of the screens belongs to. */
export function formResource(input: Record<string, unknown>): Resource {
  return namedResource(input._resource);
}

/** A relation field of a form, and the resource whose records it names. */
export interface NamedRelation {
  from: Resource;
  field: string;
  resource: Resource;
}

/**
 * The relation of a resource and a field that came from outside.
 *
 * @throws AppError not_found, also where the related table has no resource.
 */
export function namedRelation(name: unknown, field: unknown): NamedRelation {
  const from = namedResource(name);
  const known = typeof field === 'string' && from.form.includes(field) ? from.fields[field] : null;
  const resource = known?.relation ? relatedResource(known.relation) : undefined;
  if (!known || !resource) throw new AppError('not_found', 'There is no such field.');
  return { from, field: known.name, resource };
}
