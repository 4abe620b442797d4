// What rights there are.
import '../registry';

import { asc, count, eq } from 'drizzle-orm';
import { roles as builtIn, type Role, rightsOfRole } from '../../auth/permissions';
import { memberships, roles } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import { isUuid } from '../../resources/filter-value';
import type { ResourceContext } from '../../resources/resource-context';
import { rightsOf } from '../rights/rights-of';
import { roleWords } from './role-words';

/** A role of the tenant's own, with how many people have it. */
export interface CustomRole {
  id: string;
  name: string;
  description: string;
  /** As they are stored, also what this release does not know. */
  permissions: string[];
  people: number;
  updatedAt: string;
}

/** A role that every tenant has. */
export interface BuiltInRole {
  role: Role;
  name: string;
  description: string;
  permissions: string[];
  people: number;
}

/** Every role of a tenant, the built-in ones first, with how many people have each. */
export async function listRoles(
  ctx: ResourceContext,
): Promise<{ builtIn: BuiltInRole[]; custom: CustomRole[] }> {
  if (!ctx.can('roles.read')) throw new AppError('forbidden', 'You may not see roles.');
  return ctx.db.read(async (tx) => {
    const [rows, counts] = await Promise.all([
      tx.select().from(roles).orderBy(asc(roles.name), asc(roles.id)),
      tx
        .select({ role: memberships.role, roleId: memberships.roleId, people: count() })
        .from(memberships)
        .groupBy(memberships.role, memberships.roleId),
    ]);
    const peopleOf = (role: string, id: string | null) =>
      counts.find((one) => one.role === role && one.roleId === id)?.people ?? 0;
    return {
      builtIn: builtIn.map((role) => ({
        ...{ role, ...roleWords[role], people: peopleOf(role, null) },
        permissions: rightsOf(rightsOfRole(role)),
      })),
      custom: rows.map((row) => toRole(row, peopleOf('custom', row.id))),
    };
  });
}

/**
 * Gives one role of the tenant's own.
 *
 * @throws AppError not_found, for another tenant's too; forbidden.
 */
export async function getRole(ctx: ResourceContext, id: string): Promise<CustomRole> {
  if (!ctx.can('roles.read')) throw new AppError('forbidden', 'You may not see roles.');
  return ctx.db.read(async (tx) => {
    const [row] = isUuid(id) ? await tx.select().from(roles).where(eq(roles.id, id)) : [];
    if (!row) throw noSuchRole();
    const [counted] = await tx
      .select({ people: count() })
      .from(memberships)
      .where(eq(memberships.roleId, id));
    return toRole(row, counted?.people ?? 0);
  });
}

/**
 * Reads a role and keeps others from changing it, and from giving it to somebody, until the end.
 *
 * @throws AppError not_found.
 */
export async function lockRole(tx: ScopedTx, id: string): Promise<typeof roles.$inferSelect> {
  const [row] = isUuid(id)
    ? await tx.select().from(roles).where(eq(roles.id, id)).for('update')
    : [];
  if (!row) throw noSuchRole();
  return row;
}

function noSuchRole(): AppError {
  return new AppError('not_found', 'There is no such role.');
}

function toRole(row: typeof roles.$inferSelect, people: number): CustomRole {
  const { id, name, description, permissions, updatedAt } = row;
  return { id, name, description, permissions, people, updatedAt: updatedAt.toISOString() };
}
