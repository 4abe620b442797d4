import { adminResources } from '../../admin/registry';
import type { Permission } from '../../auth/permissions';
import { consoleResources } from '../../console/registry';
import type { Resource } from '../../resources/resource';
import { platformOperationList } from '../../rest/platform-api';
import { tenantOperationList } from '../../rest/tenant-api';
import { emailOf, walkPassword } from '../world/add-people';
import type { ApiDocument, ApiOperation } from './api-document';
import { inventBody } from './api-inputs';
import { broadcasts } from './broadcast-records';
import type { DoorWorld, Side } from './door-world';
import { tellingRecords, type WalkRecord } from './read-records';

/** Tokens that were issued for a password, to be spent. */
export interface Pair {
  access: string;
  refresh: string;
}

/** The API of one host, and what its operations are asked with. */
export interface ApiPlane {
  isRoot: boolean;
  host: string;
  side: Side;
  document: ApiDocument;
  /** Who works here, by token. */
  staff: Record<string, string>;
  pair: Pair;
  foreignPair: Pair;
}

/** What the code declares, by operation: the document must tell of all of it and of no more. */
export function declaredRights(isRoot: boolean): Map<string, Permission | 'public'> {
  const declared = isRoot ? platformOperationList : tenantOperationList();
  return new Map(declared.map(({ id, permission }) => [id, permission]));
}

/** The resource that an operation's address is about. */
export function resourceOf(plane: ApiPlane, { path }: ApiOperation): Resource | null {
  const resources: readonly Resource[] = plane.isRoot ? consoleResources : adminResources;
  const names = path.split('/');
  const found = resources.find(({ name }) => names.includes(name));
  return found ?? (!plane.isRoot && names.includes(broadcasts.name) ? broadcasts : null);
}

/** Own records for an operation, those it can be told by first. */
export function ownRecords(
  { records, sites }: DoorWorld,
  { isRoot, side }: ApiPlane,
  { name }: Resource,
): WalkRecord[] {
  if (!isRoot) {
    const own = tellingRecords(records[side.name][name], records[side.other][name]);
    // What is removed is a claim, a spare member or a key for it: walks come by the rest.
    return ['domains', 'members', 'api-keys'].includes(name)
      ? own.toSorted((a, b) => rankOf(a) - rankOf(b))
      : own;
  }
  // What happens to a tenant happens to one that no walk needs.
  const own = records.platform[name] ?? [];
  return name === 'tenants' ? own.filter(({ id }) => id === sites.quiet.id) : own;
}

function rankOf({ label }: WalkRecord): number {
  return /^(planted|walked|claimed|spare)/.test(label) ? 0 : 1;
}

export function foreignRecords({ records }: DoorWorld, { side }: ApiPlane, name: string) {
  return tellingRecords(records[side.other][name], records[side.name][name]);
}

/** A body that works, from the document's example and what it requires. */
export function bodyOf(
  world: DoorWorld,
  plane: ApiPlane,
  operation: ApiOperation,
  whose: 'own' | 'foreign' = 'own',
): Record<string, unknown> | undefined {
  if (!operation.body) return undefined;
  const { site, foreign } = plane.side;
  const pair = whose === 'own' ? plane.pair : plane.foreignPair;
  const owner = plane.isRoot ? 'root@example.com' : emailOf('owner', site);
  const resource = resourceOf(plane, operation);
  const named = (property: string): unknown => {
    if (resource?.name === 'invitations') {
      return property === 'role' ? 'member' : `walked-${Date.now()}@walked.test`;
    }
    if (property === 'audience') return { all: true };
    if (property === 'email') return whose === 'own' ? owner : emailOf('owner', foreign);
    if (property === 'password') return walkPassword;
    if (property === 'hostname') return `walked-${Date.now()}-${whose}.example.com`;
    if (property === 'token') return pair.access;
    if (property === 'refresh') return pair.refresh;
    if (property === 'scopes') return ['posts.read'];
    // A tenant goes to somebody who is there.
    if (property === 'toEmail') return 'cleo@example.com';
    if (/email$/i.test(property)) return `walked-${Date.now()}@walked.test`;
    const target = resource?.fields[property]?.relation?.target;
    return target && ownRecords(world, plane, { name: target } as Resource)[0]?.id;
  };
  const required = inventBody(operation.body, plane.document.resolve, named);
  return { ...(operation.example as object), ...required };
}
