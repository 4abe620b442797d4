import { cache } from 'react';
import { findRecord } from '@/lib/resources/find-record';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';

const held = cache(() => new Map<string, Promise<ResourceRecord | null>>());

/** Reads a record once for a page and its title; null where this tenant has no such record. */
export function getRecordOnce(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
): Promise<ResourceRecord | null> {
  const key = `${ctx.tenant?.id ?? ''} ${resource.name} ${id}`;
  const known = held().get(key);
  if (known) return known;
  const read = findRecord(ctx, resource, id);
  held().set(key, read);
  return read;
}
