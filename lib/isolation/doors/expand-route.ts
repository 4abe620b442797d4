import { adminResources } from '../../admin/registry';
import { consoleResources } from '../../console/registry';
import type { Resource } from '../../resources/resource';
import { broadcasts } from './broadcast-records';

/** An address of a guarded route, with ids left open. */
export interface DoorAddress {
  /** As in /admin/posts/{id}/history. */
  path: string;
  /** Whose ids and records it is about. */
  resource: Resource | null;
  hasId: boolean;
  /** Stands for every address that there is not. */
  isRest: boolean;
  /** It is the list, the record or the file itself: every resource has one. */
  isMain: boolean;
}

/** Begins of what only people who are signed in may see. */
const guarded = /^(\/\[tenant\])?\/(admin|account|notifications)(\/|$)/;

/** True for pages and routes behind a door that reads the session. */
export function isGuarded(pattern: string): boolean {
  return guarded.test(pattern);
}

/**
 * Gives the addresses of a guarded route for every resource of its plane.
 *
 * @returns null for a pattern with a part nobody knows how to fill.
 */
export function expandRoute(pattern: string): DoorAddress[] | null {
  const isTenant = pattern.startsWith('/[tenant]/');
  const resources: readonly Resource[] = isTenant ? adminResources : consoleResources;
  const parts = pattern.replace('/[tenant]', '').split('/').slice(1);
  const isRest = parts.at(-1) === '[...rest]';
  const hasId = parts.includes('[id]');
  const isMain = ['[resource]', '[id]', ...files].includes(parts.at(-1) ?? '');
  const known = parts.every((part) => !part.startsWith('[') || fillable.includes(part));
  if (!known) return null;
  const before = parts[parts.indexOf('[id]') - 1];
  const withIds = isTenant ? [...resources, broadcasts] : resources;
  const named = withIds.filter(({ name }) => name === before);
  // A list of its own, beside that of all others.
  const listed = resources.filter(({ name }) => name === parts.at(-2));
  const isList = files.includes(parts.at(-1) ?? '') && listed.length > 0;
  const alone = isList ? listed : [null];
  const about = parts.includes('[resource]') ? resources : hasId ? named : alone;
  // An id of something that is declared nowhere.
  if (about.length === 0) return null;
  return about.map((resource) => ({
    path: `/${parts.map((part) => fill(part, resource, isTenant)).join('/')}`,
    ...{ resource, hasId, isRest, isMain },
  }));
}

/** What a list can be had as. */
const files = ['export.csv', 'export.zip'];
const fillable = ['[resource]', '[id]', '[verb]', '[...rest]'];

function fill(part: string, resource: Resource | null, isTenant: boolean): string {
  if (part === '[resource]') return resource?.name ?? '';
  if (part === '[id]') return '{id}';
  // One of those a member can be asked about, or a tenant that lives.
  if (part === '[verb]') return isTenant ? 'deactivate' : 'rename';
  return part === '[...rest]' ? 'no/such/page' : part;
}
