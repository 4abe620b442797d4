import { findConsoleResource } from '@/lib/console/registry';
import { AppError } from '@/lib/errors';
import type { Resource } from '@/lib/resources/resource';

/**
 * The resource of a form or an address.
 *
 * @throws AppError not_found for a name that is none.
 */
export function consoleResource(name: string): Resource {
  const resource = findConsoleResource(name);
  if (!resource) throw new AppError('not_found', 'There is no such page.');
  return resource;
}
