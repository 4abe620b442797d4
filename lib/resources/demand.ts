import { AppError } from '../errors';
import type { Resource, ResourcePermissions } from './resource';
import type { ResourceContext } from './resource-context';

/**
 * The second lock: whatever door a call came through, it needs the right itself.
 *
 * @throws AppError forbidden; not_found for a resource of the platform asked for in a tenant (S3.41).
 */
export function demand(
  ctx: ResourceContext,
  resource: Resource,
  verb: keyof ResourcePermissions,
): void {
  demandRight(ctx, resource, verb);
  if (verb !== 'read' && resource.readOnly) {
    throw new AppError('forbidden', `${resource.label} cannot be changed here.`);
  }
}

/** The same for verbs that write by themselves, which a read-only resource may have. */
export function demandRight(
  ctx: ResourceContext,
  resource: Resource,
  verb: keyof ResourcePermissions,
): void {
  if (resource.platformOnly && ctx.tenant)
    throw new AppError('not_found', 'There is no such page.');
  if (!ctx.can(resource.permissions[verb])) {
    throw new AppError('forbidden', `You may not ${words[verb]} ${resource.label.toLowerCase()}.`);
  }
}

const words = { read: 'see', write: 'change', delete: 'delete' };
