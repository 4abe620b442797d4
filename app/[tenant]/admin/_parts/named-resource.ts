import { findResource } from '@/lib/admin/registry';
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
