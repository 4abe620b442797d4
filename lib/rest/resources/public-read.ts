import { AppError } from '../../errors';
import type { ListQuery } from '../../resources/list-query';
import type { ListPage } from '../../resources/list-records';
import type { ResourceRecord } from '../../resources/record';
import type { Resource } from '../../resources/resource';
import type { RestContext } from '../rest-context';

/** What anybody may read of a resource, signed in or not; all others need the right to read it. */
export interface PublicRead {
  /** For the document: what those see who have no right to all of it. */
  words: string;
  list(ctx: RestContext, resource: Resource, query: ListQuery): Promise<ListPage>;
  /** Null for what is not public: it is as unknown as what is not there. */
  find(ctx: RestContext, resource: Resource, id: string): Promise<ResourceRecord | null>;
}

/** True for who may see everything, drafts and all. */
export function readsAll(ctx: RestContext, resource: Resource): boolean {
  return ctx.can(resource.permissions.read);
}

/**
 * The same place for a reader without rights: the engine asks for the right to read, and what it
 * gives must then be narrowed to what is public.
 */
export function asReader(ctx: RestContext, resource: Resource): RestContext {
  return { ...ctx, can: (permission) => permission === resource.permissions.read };
}

/** The trash is nothing for the public. */
export function refuseTrash(query: ListQuery): void {
  if (query.trash) throw new AppError('forbidden', 'You may not see what is in the trash.');
}
