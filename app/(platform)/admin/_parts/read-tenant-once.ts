import { cache } from 'react';
import type { ConsoleContext } from '@/lib/api/console-context';
import { type ConsoleTenant, readTenant } from '@/lib/console/read-tenant';

const held = cache(() => new Map<string, Promise<ConsoleTenant | null>>());

/** Reads a tenant once for a page and its title. */
export function readTenantOnce(ctx: ConsoleContext, id: string): Promise<ConsoleTenant | null> {
  const known = held().get(id);
  if (known) return known;
  const read = readTenant(ctx, id);
  held().set(id, read);
  return read;
}
