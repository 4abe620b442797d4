// What rights there are.
import '../registry';

import { and, eq, inArray } from 'drizzle-orm';
import { groupMembers, groups } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError, InvalidInput } from '../../errors';
import { isUuid } from '../../resources/filter-value';
import type { ResourceContext } from '../../resources/resource-context';
import { throwOwnerKept } from '../../tenancy/people/keep-owner';
import { lockMembers, type Member, readMembers } from '../../tenancy/people/member';
import { tellOfMember } from '../../tenancy/people/member-event';
import { setMemberRole } from '../../tenancy/people/set-member-role';
import { actingPerson, rightsOfMember, targetOf } from '../rights/acting-person';
import { roleFault } from '../rights/member-rules';
import { findGroups } from './find-groups';
import { type FoundRole, findRole, roleName } from './find-role';

/** What of a member is to be changed; what is not named stays. */
export interface MemberChange {
  /** `editor`, or `custom:<id>`. */
  role?: string;
  /** May do everything, whatever the role says. */
  isSuperuser?: boolean;
  /** Ids of all groups they are in from now on. Needs `groups.write`. */
  groups?: string[];
}

/**
 * Changes what a member is: role, superuser's rights and groups, in one transaction with their events
 * (S1.28, S4.9). Who may do less than before is signed out there.
 *
 * @param id - of the membership.
 * @throws AppError not_found for another tenant's; forbidden; InvalidInput by field; DeleteError where
 *   no owner would be left.
 */
export async function changeMember(
  ctx: ResourceContext,
  id: string,
  change: MemberChange,
): Promise<void> {
  if (!ctx.can('members.write')) throw new AppError('forbidden', 'You may not change members.');
  if (change.groups && !ctx.can('groups.write')) {
    throw new AppError('forbidden', 'You may not change groups.');
  }
  const tenantId = ctx.tenant?.id ?? '';
  await ctx.db
    .write(async (tx) => {
      const [seen] = isUuid(id) ? await readMembers(tx, tenantId, { ids: [id] }) : [];
      // The role before the member, as whoever changes or deletes a role holds them.
      const next = seen && (await findRole(tx, change.role ?? roleName(seen), 'role'));
      const [member] = seen ? await lockMembers(tx, tenantId, { ids: [id] }) : [];
      if (!member || !next) throw new AppError('not_found', 'There is no such member.');
      await changeRole(tx, ctx, member, { next, isSuperuser: change.isSuperuser });
      if (change.groups) await changeGroups(tx, ctx, member, change.groups);
    })
    .catch(throwOwnerKept);
}

async function changeRole(
  tx: ScopedTx,
  ctx: ResourceContext,
  member: Member,
  { next, isSuperuser = member.isSuperuser }: { next: FoundRole; isSuperuser?: boolean },
): Promise<void> {
  const isSame = roleName(next.role) === roleName(member);
  if (isSame && isSuperuser === member.isSuperuser) return;
  const rights = isSame ? rightsOfMember(member) : next.rights;
  const given = { ...rights, isSuperuser, isStaff: rights.isStaff || isSuperuser };
  const fault = roleFault(await actingPerson(tx, ctx), targetOf(member), given);
  const field = isSame ? 'isSuperuser' : 'role';
  if (fault) throw new InvalidInput({ [field]: [fault] }, fault);
  const change = { member, next: { ...next.role, isSuperuser } };
  await setMemberRole(tx, ctx.tenant?.id ?? '', change, ctx);
}

async function changeGroups(
  tx: ScopedTx,
  ctx: ResourceContext,
  member: Member,
  wanted: string[],
): Promise<void> {
  const known = await findGroups(tx, wanted);
  const before = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.membershipId, member.id));
  const gone = before.map(({ id }) => id).filter((id) => !known.some((one) => one.id === id));
  const come = known.filter(({ id }) => !before.some((one) => one.id === id));
  if (gone.length === 0 && come.length === 0) return;
  if (gone.length > 0) {
    const isMeant = inArray(groupMembers.groupId, gone);
    await tx.delete(groupMembers).where(and(eq(groupMembers.membershipId, member.id), isMeant));
  }
  if (come.length > 0) {
    const tenantId = ctx.tenant?.id ?? '';
    await tx
      .insert(groupMembers)
      .values(come.map(({ id }) => ({ tenantId, groupId: id, membershipId: member.id })));
  }
  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
  await tellOfMember(tx, ctx, {
    type: 'member.updated',
    ...{ tenantId: ctx.tenant?.id ?? '', member },
    more: { changes: { groups: [names(before).join(', '), names(known).join(', ')] } },
  });
}
