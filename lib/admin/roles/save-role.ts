// What rights there are.
import '../registry';

import { and, eq, ne, sql } from 'drizzle-orm';
import { roles } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError, ExistsError, InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { databaseError } from '../../resources/database-refusal';
import type { ResourceContext } from '../../resources/resource-context';
import { rightsTag } from '../../tenancy/cache-tags';
import { actingPerson } from '../rights/acting-person';
import { roleEditFault } from '../rights/member-rules';
import { lockRole } from './role';
import { completePermissions, type RoleInput } from './role-input';

/**
 * Makes a role of the tenant's own.
 *
 * @returns its id.
 * @throws InvalidInput with a right that whoever asks has not themself; ExistsError for a name that is
 *   taken; AppError forbidden.
 */
export async function createRole(ctx: ResourceContext, input: RoleInput): Promise<string> {
  demandWrite(ctx);
  const permissions = completePermissions(input.permissions);
  return writing(ctx, input, async (tx) => {
    await refuseBeyond(tx, ctx, permissions);
    const { name, description } = input;
    const id = crypto.randomUUID();
    await tx
      .insert(roles)
      .values({ id, tenantId: ctx.tenant?.id ?? '', name, description, permissions });
    const changes = changesOf(emptyRole, { name, description, permissions });
    await tell(tx, ctx, { type: 'role.created', id, name, changes });
    return id;
  });
}

/**
 * Changes a role. It holds for everybody who has it from their next request on.
 *
 * @throws as createRole; AppError not_found; InvalidInput also where a right goes that whoever asks
 *   has not themself: nobody disarms who may do more than they.
 */
export async function updateRole(
  ctx: ResourceContext,
  id: string,
  input: Partial<RoleInput>,
): Promise<void> {
  demandWrite(ctx);
  return writing(ctx, input, async (tx) => {
    const before = await lockRole(tx, id);
    const next = {
      name: input.name ?? before.name,
      description: input.description ?? before.description,
      permissions: input.permissions ? completePermissions(input.permissions) : before.permissions,
    };
    await refuseBeyond(tx, ctx, different(before.permissions, next.permissions));
    const changes = changesOf(before, next);
    if (Object.keys(changes).length === 0) return;
    await refuseTaken(tx, id, next.name);
    await tx
      .update(roles)
      .set({ ...next, updatedAt: new Date() })
      .where(eq(roles.id, id));
    await tell(tx, ctx, { type: 'role.updated', id, name: next.name, changes });
  });
}

type Said = Pick<RoleInput, 'name' | 'description'> & { permissions: readonly string[] };

const emptyRole: Said = { name: '', description: '', permissions: [] };

function demandWrite(ctx: ResourceContext): void {
  if (!ctx.can('roles.write')) throw new AppError('forbidden', 'You may not change roles.');
}

/** The last word on a name that is taken is the key's. */
async function writing<T>(
  ctx: ResourceContext,
  { name = '' }: Partial<RoleInput>,
  work: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  return ctx.db.write(work).catch((error: unknown) => {
    if (databaseError(error)?.constraint_name !== 'roles_name_key') throw error;
    throw nameTaken(name);
  });
}

async function refuseTaken(tx: ScopedTx, id: string, name: string): Promise<void> {
  const isTaken = and(eq(sql`lower(${roles.name})`, name.toLowerCase()), ne(roles.id, id));
  const [taken] = await tx.select({ id: roles.id }).from(roles).where(isTaken);
  if (taken) throw nameTaken(name);
}

function nameTaken(name: string): ExistsError {
  return new ExistsError({ name: [`There is a role called ${name} already.`] });
}

async function refuseBeyond(tx: ScopedTx, ctx: ResourceContext, changed: string[]): Promise<void> {
  const fault = roleEditFault(await actingPerson(tx, ctx), changed);
  if (fault) throw new InvalidInput({ permissions: [fault] }, fault);
}

/** What is in one of the two and not in the other. */
function different(before: readonly string[], next: readonly string[]): string[] {
  return [
    ...before.filter((one) => !next.includes(one)),
    ...next.filter((one) => !before.includes(one)),
  ];
}

function changesOf(before: Said, next: Said): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const field of ['name', 'description'] as const) {
    if (before[field] !== next[field]) changes[field] = [before[field], next[field]];
  }
  if (different(before.permissions, next.permissions).length > 0) {
    changes.permissions = [before.permissions.join(', '), next.permissions.join(', ')];
  }
  return changes;
}

interface Told {
  type: 'role.created' | 'role.updated';
  id: string;
  name: string;
  changes: Record<string, [unknown, unknown]>;
}

function tell(tx: ScopedTx, ctx: ResourceContext, { type, id, name, changes }: Told) {
  return recordEvent(tx, ctx, {
    type,
    subjectId: id,
    payload: { resource: 'roles', label: name, changes },
    cacheTags: ctx.tenant ? [rightsTag(ctx.tenant.id)] : [],
  });
}
