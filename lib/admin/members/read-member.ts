// What rights there are.
import '../registry';

import { and, asc, eq } from 'drizzle-orm';
import { groupMembers, groups, memberships, roles } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { isUuid } from '../../resources/filter-value';
import type { ResourceContext } from '../../resources/resource-context';
import { type Member, readMembers } from '../../tenancy/people/member';
import { actingPerson, rightsOfMember, targetOf } from '../rights/acting-person';
import { activeFault, type Person, removalFault, roleFault } from '../rights/member-rules';
import { roleTitle } from '../roles/role-title';
import { roleName } from './find-role';
import { namedRoles } from './named-roles';

/** What may be done with a member besides changing their form. */
export type MemberVerb = 'mail-reset' | 'deactivate' | 'reactivate' | 'remove';

/** A member with what whoever looks may do with them: what they may not is not offered. */
export interface MemberView {
  id: string;
  name: string;
  email: string;
  role: { value: string; label: string };
  isSuperuser: boolean;
  isTenantOwner: boolean;
  isYou: boolean;
  joinedAt: string;
  lastSeenAt: string | null;
  deactivatedAt: string | null;
  /** Roles they may be given, theirs among them; theirs alone where it cannot be changed. */
  roles: { id: string; label: string }[];
  maySetSuperuser: boolean;
  groups: { id: string; name: string; isIn: boolean }[];
  verbs: MemberVerb[];
}

/** Reads one member for their page; null for another tenant's, too. */
export async function readMember(ctx: ResourceContext, id: string): Promise<MemberView | null> {
  if (!ctx.can('members.read') || !isUuid(id)) return null;
  return ctx.db.read(async (tx) => {
    const [member] = await readMembers(tx, ctx.tenant?.id ?? '', { ids: [id] });
    if (!member) return null;
    const actor = await actingPerson(tx, ctx);
    const mayWrite = ctx.can('members.write');
    const [[row], choices, isIn] = await Promise.all([
      tx.select().from(memberships).where(eq(memberships.id, id)),
      mayWrite ? givable(tx, actor, member) : [],
      groupsOf(tx, id),
    ]);
    if (!row) return null;
    const role = roleName(member);
    const own = { id: role, label: roleTitle(member) };
    const { email, joinedAt, lastSeenAt, deactivatedAt } = row;
    const { isSuperuser, isTenantOwner, name } = member;
    return {
      ...{ id, name, email, isSuperuser, isTenantOwner },
      role: { value: role, label: own.label },
      isYou: member.userId === actor.userId,
      joinedAt: joinedAt.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      deactivatedAt: deactivatedAt?.toISOString() ?? null,
      roles: choices.some((one) => one.id === role) ? choices : [own, ...choices],
      maySetSuperuser: mayWrite && maySetSuperuser(actor, member),
      groups: isIn,
      verbs: mayWrite ? verbsFor(ctx, actor, member) : [],
    };
  });
}

async function givable(tx: ScopedTx, actor: Person, member: Member) {
  const custom = await tx.select().from(roles).orderBy(asc(roles.name));
  const { isSuperuser } = member;
  return namedRoles(custom)
    .filter(({ rights }) => roleFault(actor, targetOf(member), { ...rights, isSuperuser }) === null)
    .map(({ id, label }) => ({ id, label }));
}

function maySetSuperuser(actor: Person, member: Member): boolean {
  const rights = rightsOfMember(member);
  const next = { ...rights, isStaff: true, isSuperuser: !member.isSuperuser };
  return roleFault(actor, targetOf(member), next) === null;
}

function verbsFor(ctx: ResourceContext, actor: Person, member: Member): MemberVerb[] {
  const target = targetOf(member);
  const active: MemberVerb = member.isDeactivated ? 'reactivate' : 'deactivate';
  return [
    ...(member.isDeactivated ? [] : ['mail-reset' as const]),
    ...(activeFault(actor, target) === null ? [active] : []),
    ...(ctx.can('members.delete') && removalFault(actor, target) === null
      ? ['remove' as const]
      : []),
  ];
}

async function groupsOf(tx: ScopedTx, id: string): Promise<MemberView['groups']> {
  const isTheirs = and(eq(groupMembers.groupId, groups.id), eq(groupMembers.membershipId, id));
  const rows = await tx
    .select({ id: groups.id, name: groups.name, in: groupMembers.membershipId })
    .from(groups)
    .leftJoin(groupMembers, isTheirs)
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(500);
  return rows.map(({ in: found, ...group }) => ({ ...group, isIn: found !== null }));
}
